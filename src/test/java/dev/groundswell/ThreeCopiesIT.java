package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.embedded.EmbeddedServer;
import dev.groundswell.embedded.PackagedProcess;
import dev.groundswell.testsupport.Callers;
import dev.groundswell.testsupport.PackagedService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Copies of the service on one database: each takes what comes, the work behind is shared, and one may go at any time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreeCopiesIT {

    private static final int DELIVERIES = 90;
    private static final int LOSSES = 90;
    private static final Duration DELAY = Duration.ofSeconds(10);

    private final List<PackagedService> copies = new ArrayList<>();
    private Path temp;
    private EmbeddedServer database;
    private Map<String, String> settings;
    private List<String> options;

    @BeforeAll
    void start(@TempDir Path temp) throws Exception {
        this.temp = temp;
        database = EmbeddedServer.start(temp.toRealPath().resolve("data"));
        settings = database.settings();
        options = settings.entrySet().stream()
                .filter(each -> !each.getKey().equals("groundswell.embedded.active")
                        && !each.getKey().equals("groundswell.data-dir"))
                .map(each -> "-D" + each.getKey() + "=" + each.getValue())
                .toList();
        var first =
                PackagedService.start(options, temp, "-Dgroundswell.rollup.from=100", "-Dquarkus.http.host=127.0.0.1");
        copies.addAll(List.of(first, first.copy(), first.copy()));
    }

    @AfterAll
    void stop() {
        copies.forEach(PackagedService::close);
        database.stop();
    }

    @Test
    void whatEachOfThemTakesIsDoneOnceByAnyOfThem() throws Exception {
        var workspaces = List.of(copies.get(0), copies.get(0).another());
        var holders = new HashSet<String>();
        for (var workspace : workspaces) {
            fill(workspace, holders);
        }

        for (var workspace : workspaces) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreException(IOException.class)
                    .untilAsserted(() -> {
                        assertThat(marks(workspace.workspace)).isZero();
                        for (var copy : copies) {
                            assertThat(lost(copy, workspace)).isEqualTo(DELIVERIES + LOSSES);
                        }
                    });
            assertThat(inside(workspace.workspace, "select sum(deals)::text from rollup_month where dimension = 'all'"))
                    .containsExactly(String.valueOf(DELIVERIES + LOSSES));
        }
    }

    @Test
    void aCopyThatIsStoppedFailsNobodyAndEndsWhatItHasBegun() throws Exception {
        var workspace = copies.get(0).another();
        var connection = workspace.post(
                workspace.admin, "/v1/connections", "{\"kind\": \"json\", \"name\": \"Last\", \"source\": \"last\"}");
        var hook = URI.create(connection.path("hook_url").asText()).getPath();
        var arguments = new ArrayList<>(options);
        arguments.addAll(
                List.of("-Dquarkus.http.host=127.0.0.1", "-Dquarkus.shutdown.delay=" + DELAY.toSeconds() + "s"));

        try (var leaving = PackagedProcess.launch(temp, arguments.toArray(String[]::new))
                        .awaitReady();
                var lock = app();
                var callers = new Callers(leaving.port(), workspace.integration, 4)) {
            callers.awaitMore(100);
            lock.createStatement().execute("lock table delivery in access exclusive mode");

            leaving.process().destroy();
            leaving.awaitStatus(503, "/q/health/ready");
            callers.awaitMore(20);
            var held = callers.submit(hook, "{\"id\": \"1\", \"status\": \"open\"}");
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::somebodyWaitsForALock);
            int answered = callers.stop();

            assertThat(callers.failures()).isEmpty();
            Thread.sleep(DELAY.plusSeconds(1).toMillis());
            assertThat(held.isDone()).isFalse();
            lock.rollback();
            assertThat(held.get().statusCode()).isEqualTo(200);
            leaving.awaitEnd();
            assertThat(lost(copies.get(1), workspace)).isEqualTo(answered);
        }
    }

    /** Until more than one copy has worked. */
    private void fill(PackagedService workspace, Set<String> holders) throws Exception {
        var connection = workspace.post(
                workspace.admin,
                "/v1/connections",
                "{\"kind\": \"json\", \"name\": \"Three\", \"source\": \"hooked\"}");
        var hook = URI.create(connection.path("hook_url").asText()).getPath();
        for (int i = 0; i < DELIVERIES; i++) {
            copies.get(i % 3)
                    .post(
                            "",
                            hook,
                            "{\"id\": \"%d\", \"status\": \"lost\", \"closed_on\": \"2026-0%d-03\"}"
                                    .formatted(i, 1 + i % 9));
        }
        for (int i = 0; i < LOSSES; i++) {
            copies.get(i % 3)
                    .post(
                            workspace.integration,
                            "/v1/losses",
                            "{\"source\": \"told\", \"external_id\": \"%d\", \"closed_on\": \"2026-0%d-04\"}"
                                    .formatted(i, 1 + i % 9));
            if (i % 10 == 0) {
                holders.addAll(holders(workspace.workspace));
            }
        }
        // the same deal again and again: somebody has to read it, and to count its day anew
        var again = new AtomicInteger();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    copies.get(again.incrementAndGet() % 3)
                            .post(
                                    "",
                                    hook,
                                    "{\"id\": \"0\", \"status\": \"lost\", \"closed_on\": \"2026-01-%02d\"}"
                                            .formatted(1 + again.get() % 28));
                    holders.addAll(holders(workspace.workspace));
                    return holders.size() > 1;
                });
    }

    private static int lost(PackagedService copy, PackagedService workspace) throws Exception {
        return copy.get(workspace.leader, "/v1/trends/reasons?interval=year&since=2026-01-01&until=2026-12-31")
                .at("/buckets/0/lost")
                .asInt();
    }

    private long marks(String workspace) throws SQLException {
        return Long.parseLong(inside(
                        workspace,
                        "select ((select count(*) from dirty_day) + (select count(*) from dirty_month) + (select count(*) from rollup_fill))::text")
                .get(0));
    }

    private List<String> holders(String workspace) throws SQLException {
        return inside(workspace, "select holder from lease");
    }

    private Connection app() throws SQLException {
        var app = DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
        app.setAutoCommit(false);
        return app;
    }

    private boolean somebodyWaitsForALock() throws SQLException {
        try (var app = app();
                var statement = app.createStatement();
                var row = statement.executeQuery("select exists (select from pg_locks where not granted)")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private List<String> inside(String workspace, String sql) throws SQLException {
        try (var app = app();
                var statement = app.createStatement()) {
            statement.execute("select set_config('app.workspace', '" + workspace + "', true)");
            var texts = new ArrayList<String>();
            try (var row = statement.executeQuery(sql)) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
            return texts;
        }
    }
}
