package dev.groundswell.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;

/** What the demo leaves in the data folder: its keys, and how far it has come. */
record DemoFolder(Path root) {

    Path keys() {
        return root.resolve("demo-keys.json");
    }

    /** Holds the last day of the made-up deals, so that a start after a crash makes up the very same ones. */
    private Path begun() {
        return root.resolve("demo-begun");
    }

    private Path complete() {
        return root.resolve("demo-complete");
    }

    boolean isComplete() {
        return Files.exists(complete());
    }

    boolean hasKeys() {
        return Files.exists(keys());
    }

    void writeKeys(byte[] json) throws IOException {
        write(keys(), json);
    }

    /** The last day of the deals: the given one, unless an earlier start has begun with another. */
    LocalDate begin(LocalDate lastDay) throws IOException {
        if (!Files.exists(begun())) {
            write(begun(), (lastDay + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return LocalDate.parse(Files.readString(begun()).strip());
    }

    void end() throws IOException {
        Files.move(begun(), complete(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Never seen half written, and by nobody but the owner. */
    private static void write(Path file, byte[] content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
