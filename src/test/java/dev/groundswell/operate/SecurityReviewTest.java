package dev.groundswell.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the documents say is tested, is. */
class SecurityReviewTest {

    private static final Path REVIEW = Path.of("docs/security-review.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    @Test
    void everyTestThatADocumentNamesIsThere() throws IOException {
        var there = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .forEach(there::add);
        }
        var missing = new TreeSet<String>();
        int named = 0;
        try (var pages = Files.walk(Path.of("docs"))) {
            for (var page :
                    pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                for (var test : TEST.matcher(Files.readString(page)).results().toList()) {
                    named++;
                    if (!there.contains(test.group(1))) {
                        missing.add(page + ": " + test.group(1));
                    }
                }
            }
        }

        assertThat(missing).isEmpty();
        assertThat(named).isGreaterThan(100);
    }

    @Test
    void everyItemOfTheListHasItsTest() throws IOException {
        var rows = Files.readAllLines(REVIEW).stream()
                .filter(line -> line.matches("\\| (API\\d|\\d+\\.\\d).*\\|.*\\|.*\\|"))
                .toList();

        assertThat(rows.stream()
                        .filter(row -> row.startsWith("| API"))
                        .map(row -> row.replaceAll("\\| (API\\d+).*", "$1"))
                        .collect(Collectors.toList()))
                .containsExactly("API1", "API2", "API3", "API4", "API5", "API6", "API7", "API8", "API9", "API10");
        assertThat(rows).allMatch(row -> TEST.matcher(row).find() || row.endsWith("*by hand* |"));
    }
}
