package dev.groundswell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody who has built on the last release is broken unawares. */
class ReleasedContractTest {

    private static final Path FOLDER = Path.of("src/test/resources/contract");

    @Test
    void breaksNothingButWhatWasDecidedOn() throws IOException {
        var breaks = BreakingChanges.between(
                Description.read(FOLDER.resolve("released.yaml")), Description.read(Path.of("openapi.yaml")));

        assertThat(breaks)
                .as("each break of the last release is a line of accepted.txt, and no line is left over")
                .containsExactlyInAnyOrderElementsOf(accepted());
    }

    @Test
    void whatWasDecidedOnIsToldToUsers() throws IOException {
        assertThat(accepted())
                .allSatisfy(line -> assertThat(breakingInChangelog()).contains(line));
    }

    private static List<String> accepted() throws IOException {
        try (var lines = Files.lines(FOLDER.resolve("accepted.txt"))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    /** What stands under "### Breaking" of what is not released yet. */
    private static String breakingInChangelog() throws IOException {
        var unreleased = Files.readString(Path.of("CHANGELOG.md")).split("(?m)^## ")[1];
        var breaking = unreleased.split("(?m)^### Breaking$");
        return breaking.length < 2 ? "" : breaking[1].split("(?m)^### ")[0].replaceAll("\\s+", " ");
    }
}
