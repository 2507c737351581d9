package dev.groundswell.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.bench.Debian;
import dev.groundswell.embedded.PackagedProcess;
import dev.groundswell.testsupport.Contract;
import dev.groundswell.testsupport.PackagedService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup as the run book says, restored onto another server: the same rows, the same answers, the same keys. */
class RestoreIT {

    private static final int LOSSES = 120;
    private static final int DELIVERIES = 40;
    private static final String TREND = "/v1/trends/reasons?interval=month&since=2026-01-01&until=2026-12-31";

    @TempDir
    Path temp;

    @BeforeEach
    void wantPrograms() {
        if (!Debian.isInstalled() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("pg_dump is missing: apt-get install postgresql");
        }
        assumeTrue(
                Debian.isInstalled(),
                "SKIPPED, no backup was restored: pg_dump is missing (apt-get install postgresql)");
    }

    @Test
    void whatIsRestoredIsWhatWasThere() throws Exception {
        var folder = temp.toRealPath();
        var dump = folder.resolve("groundswell.dump");
        TreeMap<String, String> before;
        PackagedKeys keys;
        JsonNode trend;
        String letter;
        JsonNode payload;
        try (var first = Debian.start(folder.resolve("first"), PackagedProcess.freePort())) {
            try (var service = PackagedService.start(first.settings(), folder, "-Dgroundswell.rollup.from=100")) {
                fill(service);
                settle(first);
                trend = service.get(service.leader, TREND);
                letter = "/v1/deliveries/"
                        + service.get(service.admin, "/v1/deliveries?state=dead")
                                .at("/items/0/id")
                                .asText();
                payload = service.get(service.admin, letter);
                keys = new PackagedKeys(service.admin, service.integration, service.leader);
            }
            before = contents(first);
            first.dump(dump);
        }

        try (var second = Debian.start(folder.resolve("second"), PackagedProcess.freePort())) {
            second.restore(dump);
            assertThat(contents(second)).isEqualTo(before);

            try (var service = PackagedProcess.launch(folder, second.settings().toArray(String[]::new))
                    .awaitReady()) {
                assertThat(read(service, keys.leader(), TREND)).isEqualTo(trend);
                // what is encrypted is read with the secret of before, and numbers go on where they were
                assertThat(payload.path("payload").isEmpty()).isFalse();
                assertThat(read(service, keys.admin(), letter)).isEqualTo(payload);
                assertThat(ask(service, keys.integration(), "/v1/losses", loss(0))
                                .statusCode())
                        .isEqualTo(200);
                assertThat(ask(service, keys.integration(), "/v1/losses", loss(LOSSES))
                                .statusCode())
                        .isEqualTo(201);
            }
        }
        System.out.println("restored " + before.size() + " tables: counts and checksums equal");
    }

    private record PackagedKeys(String admin, String integration, String leader) {}

    private static void fill(PackagedService service) throws Exception {
        for (int i = 0; i < LOSSES; i++) {
            service.post(service.integration, "/v1/losses", loss(i));
        }
        var connection = service.post(
                service.admin, "/v1/connections", "{\"kind\": \"json\", \"name\": \"Kept\", \"source\": \"hooked\"}");
        var hook = URI.create(connection.path("hook_url").asText()).getPath();
        for (int i = 0; i < DELIVERIES; i++) {
            service.post(
                    "",
                    hook,
                    "{\"id\": \"%d\", \"status\": \"lost\", \"closed_on\": \"2026-03-0%d\"}".formatted(i, 1 + i % 9));
        }
        service.post("", hook, "{\"status\": \"lost\"}");
        service.post(
                service.admin,
                "/v1/aliases",
                "{\"dimension\": \"reason\", \"text\": \"far too dear\", \"target\": \"price_level\"}");
    }

    private static String loss(int number) {
        return """
                {"source": "told", "external_id": "%d", "closed_on": "2026-0%d-04", "owner": "hs-%d", "product": "Platform",
                 "reasons": [{"text": "far too dear"}, {"code": "budget"}]}""".formatted(number, 1 + number % 9, number % 5);
    }

    private static void settle(Debian database) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> database.psql("""
                        select (select count(*) from delivery where state = 'received') + (select count(*) from dirty_day)
                             + (select count(*) from dirty_month) + (select count(*) from rollup_fill)
                             + (select count(*) from remap where finished_at is null)""").equals("0"));
    }

    /** Of each table how many rows it has, and a checksum of them in whatever order they lie. */
    private static TreeMap<String, String> contents(Debian database) throws IOException {
        var tables = database.psql(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'")
                .split("\n");
        var contents = new TreeMap<String, String>();
        for (var line : database.psql(Arrays.stream(tables)
                        .map(table ->
                                "select '%1$s=' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '~' order by t::text)), 'none') from %1$s t"
                                        .formatted(table))
                        .collect(Collectors.joining(" union all ")))
                .split("\n")) {
            contents.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        assertThat(contents).hasSizeGreaterThan(30);
        assertThat(contents.get("deal")).startsWith(LOSSES + DELIVERIES + " ");
        return contents;
    }

    private static JsonNode read(PackagedProcess service, String key, String path) throws Exception {
        return new ObjectMapper().readTree(ask(service, key, path, "").body());
    }

    /** A GET without a body, a POST with one. */
    private static HttpResponse<String> ask(PackagedProcess service, String key, String path, String body)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
        return Contract.send(
                HttpClient.newHttpClient(),
                body.isEmpty()
                        ? request.build()
                        : request.POST(HttpRequest.BodyPublishers.ofString(body))
                                .build());
    }
}
