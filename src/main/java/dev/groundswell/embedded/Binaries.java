package dev.groundswell.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the bundled server into the private folder: in a shared one, somebody else could put theirs in its place. */
final class Binaries {

    private Binaries() {}

    /** The folder that holds bin, lib and share. */
    static Path unpack(DataFolder folder) throws IOException {
        Path home = folder.binaries().resolve(fingerprint());
        if (Files.exists(home)) {
            return home;
        }
        // What is there is an older version, or was left by an unpacking that was cut off.
        DataFolder.delete(folder.binaries());
        Files.createDirectories(folder.binaries());
        folder.makePrivate(folder.binaries());
        Path draft = folder.binaries().resolve("unpacking");
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(bundled())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, draft.resolve(entry.getName()).normalize());
            }
        }
        return Files.move(draft, home);
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (!entry.getName().endsWith(".a")) {
            Files.copy(content, target);
            if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true)) {
                throw new IOException("cannot make executable: " + target);
            }
        }
    }

    private static InputStream bundled() throws IOException {
        String system = system(System.getProperty("os.name", "").toLowerCase(Locale.ROOT));
        String machine = System.getProperty("os.arch", "");
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        } catch (IllegalStateException e) {
            throw new Refusal("No PostgreSQL is bundled for " + system + " on " + machine
                    + ". Run one of your own and set quarkus.datasource.jdbc.url.");
        }
    }

    private static String system(String name) {
        if (name.contains("mac")) {
            return "Darwin";
        }
        return name.contains("windows") ? "Windows" : "Linux";
    }

    /** Read in pieces: every start asks, and the archive as a whole would stay in the heap as garbage of 30 MB. */
    private static String fingerprint() throws IOException {
        var crc = new CRC32();
        var piece = new byte[1 << 16];
        try (InputStream archive = bundled()) {
            for (int read = archive.read(piece); read >= 0; read = archive.read(piece)) {
                crc.update(piece, 0, read);
            }
        }
        return Long.toHexString(crc.getValue());
    }
}
