package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.groundswell.testsupport.Again;
import dev.groundswell.testsupport.Apart;
import dev.groundswell.testsupport.Database;
import dev.groundswell.testsupport.FaultyLine;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies between the service and its database fails: it says so, recovers by itself, and what it acknowledged is there, once. */
@Apart
@QuarkusTest
@TestProfile(FaultyLine.class)
class FaultsTest {

    /** Of each writer: together they stay below the quota, also when all of it is sent again. */
    private static final int MOST = 30;

    private TestWorkspace workspace;
    private TestConnection connection;

    @BeforeEach
    void enter() {
        workspace = TestWorkspace.create();
        connection = TestConnection.create(workspace, "json", "");
    }

    @AfterEach
    void recover() {
        FaultyLine.recover();
    }

    @Test
    void aLineThatBreaksAgainAndAgainLosesNothingThatWasAcknowledged() throws Exception {
        var writers = new Writers();
        for (int i = 0; i < 10; i++) {
            writers.awaitProgress();
            FaultyLine.line().breakLines();
        }
        writers.stop();

        writers.account();
    }

    @Test
    void aSlowLineLosesNothingEither() throws Exception {
        FaultyLine.line().delay(Duration.ofMillis(25));
        var writers = new Writers();
        for (int i = 0; i < 5; i++) {
            writers.awaitProgress();
        }
        writers.stop();
        FaultyLine.line().mend();

        writers.account();
    }

    @Test
    void aDatabaseThatFallsSilentIsNotWaitedForWithoutAnEnd() throws Exception {
        workspace.asLeader().get("/v1/losses").then().statusCode(200);
        FaultyLine.line().fallSilent();

        unavailable(workspace.asIntegration().body(loss("silent")).post("/v1/losses"));
        unavailable(connection.send(hook("silent")));

        FaultyLine.recover();
        Again.ask(() -> workspace.asIntegration().body(loss("silent")).post("/v1/losses"))
                .statusCode(201);
    }

    /** Everything waits for a lock: at first with all workers, and then for one, who has no time for it. */
    @Test
    void whoeverNobodyHasTimeForIsToldSo() throws Exception {
        double before = refusals();
        var refused = ConcurrentHashMap.<Integer>newKeySet();
        try (var blocker = Database.connect("quarkus.flyway")) {
            blocker.setAutoCommit(false);
            Database.execute(blocker, "lock table deal in access exclusive mode");
            var threads = Executors.newFixedThreadPool(16);
            for (int i = 0; i < 16; i++) {
                int number = i;
                threads.execute(() -> {
                    unavailable(workspace
                            .asIntegration()
                            .body(loss("waiting-" + number))
                            .post("/v1/losses"));
                    refused.add(number);
                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            blocker.rollback();
        }
        assertThat(refused).hasSize(16);
        assertThat(refusals() - before).as("of those that no worker began").isPositive();
        FaultyLine.recover();
        assertThat(stored("deal")).isZero();
    }

    /** PostgreSQL says 53100, and this stands in for a disk that is full. */
    @Test
    void aDiskThatIsFullIsSaidAndForgottenOnceThereIsRoom() throws Exception {
        try (var owner = Database.connect("quarkus.flyway")) {
            noRoomFor(owner, "deal", "delivery");
            try {
                unavailable(workspace.asIntegration().body(loss("1")).post("/v1/losses"));
                unavailable(
                        workspace.asIntegration().body("[" + loss("1") + "]").post("/v1/deals/batch"));
                unavailable(connection.send(hook("1")));
                Again.ask(() -> workspace.asLeader().get("/v1/losses")).statusCode(200);
            } finally {
                Database.execute(owner, "drop function no_room cascade");
            }
        }
        assertThat(stored("deal") + stored("delivery")).isZero();
        Again.ask(() -> workspace.asIntegration().body(loss("1")).post("/v1/losses"))
                .statusCode(201);
        connection.tell(hook("1"));
    }

    /** A delivery that was taken before is no dead letter because the disk is full. */
    @Test
    void whatCannotBeUnderstoodForLackOfRoomIsUnderstoodLater() throws Exception {
        try (var owner = Database.connect("quarkus.flyway")) {
            noRoomFor(owner, "deal");
            try {
                Again.ask(() -> connection.send(hook("1"))).statusCode(200);
                TimeUnit.SECONDS.sleep(3);
                assertThat(connection.health().extract().<Integer>path("waiting"))
                        .isOne();
            } finally {
                Database.execute(owner, "drop function no_room cascade");
            }
        }
        connection.settle();
        assertThat(idsStored()).containsExactly("1");
    }

    private void noRoomFor(Connection owner, String... tables) throws SQLException {
        Database.execute(owner, """
                create function no_room() returns trigger language plpgsql as $$
                begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$""");
        for (var table : tables) {
            Database.execute(owner, """
                    create trigger no_room before insert on %s for each row when (new.workspace = '%s')
                    execute function no_room()""".formatted(table, workspace.id()));
        }
    }

    private static double refusals() {
        var metrics = RestAssured.get("/q/metrics").asString();
        var line = metrics.lines()
                .filter(each -> each.startsWith("groundswell_requests_refused_total"))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.substring(line.lastIndexOf(' ')));
    }

    private static void unavailable(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotNull();
    }

    private static String loss(String id) {
        return "{\"source\": \"crm\", \"external_id\": \"%s\", \"closed_on\": \"2026-01-05\"}".formatted(id);
    }

    private static String hook(String id) {
        return "{\"id\": \"%s\", \"status\": \"lost\", \"close_date\": \"2026-01-06\"}".formatted(id);
    }

    private long stored(String table) throws SQLException {
        return ask("select count(*) from " + table).stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    private List<String> idsStored() throws SQLException {
        return ask("select external_id from deal");
    }

    private List<String> ask(String query) throws SQLException {
        try (var database = Database.connect("quarkus.datasource")) {
            database.setAutoCommit(false);
            Database.enter(database, workspace.id());
            return Database.texts(database, query);
        }
    }

    /** An integration and a CRM that write while things fail, and note what they were told. */
    private final class Writers {

        private final ExecutorService threads = Executors.newFixedThreadPool(4);
        private final Map<String, Boolean> losses = new ConcurrentHashMap<>();
        private final Map<String, Boolean> deliveries = new ConcurrentHashMap<>();
        private final List<Throwable> wrong = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean stopped;

        Writers() {
            for (int i = 0; i < 2; i++) {
                int writer = i;
                threads.execute(() -> write("loss-" + writer, losses, this::log));
                threads.execute(() -> write("hook-" + writer, deliveries, id -> connection.send(hook(id))));
            }
        }

        private Response log(String id) {
            return workspace
                    .asIntegration()
                    .header("Idempotency-Key", id)
                    .body(loss(id))
                    .post("/v1/losses");
        }

        private void write(String prefix, Map<String, Boolean> told, Function<String, Response> send) {
            try {
                for (int i = 0; !stopped && i < MOST; i++) {
                    var id = prefix + "-" + i;
                    var answer = send.apply(id);
                    boolean taken = answer.statusCode() / 100 == 2;
                    if (!taken) {
                        unavailable(answer);
                    }
                    told.put(id, taken);
                    TimeUnit.MILLISECONDS.sleep(30);
                }
            } catch (Throwable failure) {
                wrong.add(failure);
            }
        }

        /** Until of either something more was acknowledged, or all of it is written. */
        void awaitProgress() {
            int logged = acknowledged(losses).size();
            int delivered = acknowledged(deliveries).size();
            await().pollInterval(Duration.ofMillis(20))
                    .until(() -> goesOn(losses, logged) && goesOn(deliveries, delivered));
        }

        private boolean goesOn(Map<String, Boolean> told, int before) {
            return told.size() == 2 * MOST || acknowledged(told).size() > before;
        }

        void stop() throws InterruptedException {
            stopped = true;
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }

        void account() throws SQLException {
            FaultyLine.recover();
            assertThat(wrong).isEmpty();
            assertThat(losses).containsValue(true);
            assertThat(deliveries).containsValue(true);
            connection.settle();
            assertThat(idsStored()).containsAll(acknowledged(losses)).containsAll(acknowledged(deliveries));

            // and all of it is sent again, until it is taken
            losses.keySet().forEach(id -> Again.ask(() -> log(id)).statusCode(201));
            deliveries
                    .keySet()
                    .forEach(id -> Again.ask(() -> connection.send(hook(id))).statusCode(200));
            connection.settle();
            assertThat(idsStored())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(losses.keySet().stream(), deliveries.keySet().stream())
                                    .toList());
        }

        private List<String> acknowledged(Map<String, Boolean> told) {
            return told.entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
