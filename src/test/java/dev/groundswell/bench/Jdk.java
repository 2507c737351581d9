package dev.groundswell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A java to start the service with, and what is said of it. */
record Jdk(Path java, String name) {

    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    /** The one that runs the benchmark. */
    static Jdk own() {
        return new Jdk(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                "JDK " + Runtime.version().feature());
    }

    /** The first with an AOT cache that is told or installed; nothing where there is none. */
    static Optional<Jdk> twentyFive(String told) throws IOException {
        if (!told.isEmpty()) {
            return Optional.of(new Jdk(Path.of(told), "JDK 25"));
        }
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (var homes = Files.list(INSTALLED)) {
            return homes.filter(home -> home.getFileName().toString().contains("25"))
                    .map(home -> home.resolve("bin").resolve("java"))
                    .filter(Files::isExecutable)
                    .sorted()
                    .map(java -> new Jdk(java, "JDK 25"))
                    .findFirst();
        }
    }

    Path home() {
        return java.getParent().getParent();
    }
}
