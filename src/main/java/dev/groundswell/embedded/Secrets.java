package dev.groundswell.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Made at the first start and kept in the folder: without them any local process could read the database. */
record Secrets(String superuser, String owner, String app, String worker, String secret) {

    static Secrets random() {
        var random = new SecureRandom();
        return new Secrets(password(random), password(random), password(random), password(random), key(random));
    }

    static Secrets read(DataFolder folder) throws IOException {
        if (!Files.exists(folder.secrets())) {
            throw new Refusal("The passwords of the embedded database are missing: put back " + folder.secrets());
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(folder.secrets())) {
            properties.load(reader);
        }
        return new Secrets(
                read(folder, properties, "superuser.password"),
                read(folder, properties, "owner.password"),
                read(folder, properties, "app.password"),
                read(folder, properties, "worker.password"),
                read(folder, properties, "secret"));
    }

    void write(DataFolder folder) throws IOException {
        var properties = new Properties();
        properties.setProperty("superuser.password", superuser);
        properties.setProperty("owner.password", owner);
        properties.setProperty("app.password", app);
        properties.setProperty("worker.password", worker);
        properties.setProperty("secret", secret);
        Path draft = folder.createPrivateFile(
                folder.secrets().resolveSibling(folder.secrets().getFileName() + ".new"));
        try (var writer = Files.newBufferedWriter(draft)) {
            properties.store(writer, "Groundswell's embedded database. Keep this file with the folder.");
        }
        Files.move(draft, folder.secrets(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A record would print its components. */
    @Override
    public String toString() {
        return "Secrets";
    }

    private static String read(DataFolder folder, Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new Refusal(folder.secrets() + " lacks " + name);
        }
        return value;
    }

    private static String password(SecureRandom random) {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        // Without characters that SQL, a properties file or a URL would have to escape.
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String key(SecureRandom random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
