package dev.groundswell.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each tool of the tests is of one version. What the service itself is made of, the build's enforcer sees to. */
class PinnedTest {

    /** A peer for the benchmark, started by hand on a machine of its own: its thousand packages are no part of any build. */
    private static final Path PEERS = Path.of("src/test/peers");

    @Test
    void pythonsPackagesAreAllNamedWithTheirVersion() throws IOException {
        var files = files("requirements.txt");
        assertThat(files).hasSizeGreaterThan(2);
        for (var file : files) {
            assertThat(Files.readAllLines(file))
                    .as(file.toString())
                    .isNotEmpty()
                    .allMatch(line -> line.matches("[\\w.\\[\\]-]+==\\d[\\w.!+-]*"));
        }
    }

    @Test
    void nodesPackagesAreLockedByChecksumAndTheLockNamesNoRegistry() throws IOException {
        var files = files("package.json");
        assertThat(files).hasSizeGreaterThan(2);
        for (var file : files) {
            var declared = read(file);
            for (var kind : List.of("dependencies", "devDependencies")) {
                declared.path(kind)
                        .forEach(version ->
                                assertThat(version.asText()).as(file.toString()).matches("\\d+\\.\\d+\\.\\d+"));
            }
            if (!file.startsWith(PEERS)) {
                var lock = file.resolveSibling("package-lock.json");
                assertThat(Files.readString(lock)).doesNotContain("\"resolved\"");
                read(lock).path("packages").properties().stream()
                        .filter(each -> !each.getKey().isEmpty())
                        .forEach(each -> assertThat(
                                        each.getValue().path("integrity").asText())
                                .as(lock + ": " + each.getKey())
                                .startsWith("sha512-"));
            }
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().readTree(Files.readString(file));
    }

    private static List<Path> files(String name) throws IOException {
        try (var all = Files.walk(Path.of("src"))) {
            return all.filter(file -> file.endsWith(name))
                    .filter(file -> !file.toString().contains("node_modules"))
                    .toList();
        }
    }
}
