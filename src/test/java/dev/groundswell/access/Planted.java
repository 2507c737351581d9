package dev.groundswell.access;

import dev.groundswell.testsupport.Database;
import dev.groundswell.testsupport.Document;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.arc.Arc;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What leads to a person, and where in a workspace it is found: in tables, in what they hide, in answers. */
record Planted(TestWorkspace workspace, Map<String, String> texts) {

    static Planted of(TestWorkspace workspace, String member, String source, String owner, String name) {
        var secret = Arc.container().instance(Secret.class).get();
        var texts = new TreeMap<String, String>();
        var id = ByteBuffer.allocate(8).putLong(Long.parseLong(member)).array();
        for (var purpose : List.of("field.person", "release.reader", "idempotency", "idempotency.confidence")) {
            texts.put(purpose, hex(secret.seal(workspace.id(), purpose, id)));
        }
        var seller = (source + "\n" + owner).getBytes(StandardCharsets.UTF_8);
        texts.put("pseudonym", hex(Arrays.copyOf(secret.seal(workspace.id(), "owner", seller), 16)));
        texts.put("owner", owner);
        texts.put("name", name.toLowerCase(Locale.ROOT));
        return new Planted(workspace, texts);
    }

    /** Each place, such as {@code deal: pseudonym}. */
    TreeSet<String> places() throws SQLException {
        var places = new TreeSet<String>();
        try (var app = Database.connect("quarkus.datasource")) {
            app.setAutoCommit(false);
            Database.enter(app, workspace.id());
            for (var table : Database.tables(app)) {
                find(table, Database.texts(app, "select t::text from " + table + " t"), places);
            }
            for (var hidden : Map.of("delivery", "delivery", "import_chunk", "import", "import_rejection", "import")
                    .entrySet()) {
                var bodies = Database.texts(
                        app, "select encode(body, 'hex') from " + hidden.getKey() + " where body is not null");
                find("hidden in " + hidden.getKey(), unlocked(hidden.getValue(), bodies), places);
            }
        }
        for (var operation : Document.committed().operations()) {
            if (operation.method().equals("GET") && !operation.template().contains("{")) {
                var answer = workspace.caller(operation).get(operation.template());
                find(operation.id(), List.of(answer.asString()), places);
            }
        }
        return places;
    }

    void find(String place, List<String> lines, TreeSet<String> places) {
        for (var line : lines) {
            var lower = line == null ? "" : line.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            texts.forEach((what, text) -> {
                if (lower.contains(text)) {
                    places.add(place + ": " + what);
                }
            });
        }
    }

    private List<String> unlocked(String purpose, List<String> bodies) throws SQLException {
        var found = new ArrayList<String>();
        var vault = Arc.container().instance(Vault.class).get();
        Arc.container()
                .instance(Background.class)
                .get()
                .inside(
                        workspace.id(),
                        "looking",
                        Duration.ofMinutes(1),
                        turn -> bodies.forEach(body -> found.add(new String(
                                vault.unlock(purpose, HexFormat.of().parseHex(body)), StandardCharsets.UTF_8))));
        return found;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
