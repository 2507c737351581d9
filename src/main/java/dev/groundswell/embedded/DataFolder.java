package dev.groundswell.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one folder in which everything lives that must outlive the process. Nobody but its owner may look into it. */
record DataFolder(Path root) {

    private static final String LOCK = "groundswell.lock";

    /** What a freshly mounted volume may hold. */
    private static final Set<String> NOBODYS = Set.of(LOCK, "lost+found");

    static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            var folder = new DataFolder(path.toRealPath());
            if (!Files.exists(folder.lock()) && !folder.isVacant()) {
                // Else a typing error such as the home folder would be made private and written into.
                throw new Refusal("groundswell.data-dir is " + folder.root
                        + ", which holds other files. Name an empty folder, or one that does not exist yet.");
            }
            folder.makePrivate(folder.root);
            return folder;
        } catch (IOException e) {
            throw new Refusal("groundswell.data-dir is " + path.toAbsolutePath() + ", which cannot be used: " + e);
        }
    }

    Path lock() {
        return root.resolve(LOCK);
    }

    /** PostgreSQL's own data directory. */
    Path database() {
        return root.resolve("postgres");
    }

    /** The unpacked server. It can always be deleted. */
    Path binaries() {
        return root.resolve("server");
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    /**
     * Is there only while the database is being made for the first time. A marker of the finished state would do the
     * same, but losing that one would have the data deleted.
     */
    private Path making() {
        return root.resolve("initialising");
    }

    boolean hasDatabase() {
        return Files.exists(database());
    }

    boolean isBeingMade() {
        return Files.exists(making());
    }

    void beginMaking() throws IOException {
        Files.writeString(making(), "The database is being made. If this file stays, it is made anew.\n");
        sync();
    }

    void endMaking() throws IOException {
        Files.delete(making());
        // A power cut must not bring the marker back, for then the next start would delete the data.
        sync();
    }

    /** Deletes what a first start left that was killed halfway; never anything that was in use. */
    void deleteHalfMade() throws IOException {
        if (isBeingMade()) {
            delete(database());
        }
    }

    void makePrivate(Path path) throws IOException {
        if (posix()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** An empty file that only the owner can read, before anything is written to it. */
    Path createPrivateFile(Path path) throws IOException {
        Files.deleteIfExists(path);
        return posix()
                ? Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(path);
    }

    void sync() throws IOException {
        try (var channel = FileChannel.open(root, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private boolean isVacant() {
        try (var children = Files.list(root)) {
            return NOBODYS.containsAll(
                    children.map(child -> child.getFileName().toString()).collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean posix() {
        return root.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
