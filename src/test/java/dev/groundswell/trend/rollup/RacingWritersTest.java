package dev.groundswell.trend.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.groundswell.access.Background;
import dev.groundswell.testsupport.AnotherCopy;
import dev.groundswell.testsupport.Apart;
import dev.groundswell.testsupport.Database;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No change is ever missed, whoever writes and counts at the same time; and the check would notice. */
@Apart
@QuarkusTest
@TestProfile(Counting.FromTheStart.class)
@QuarkusTestResource(PostgresResource.class)
class RacingWritersTest {

    private static final int WRITERS = 16;
    private static final int ROUNDS = 12;

    @Inject
    Background background;

    @Inject
    Rollup rollup;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private TestWorkspace workspace;

    @BeforeEach
    void enter() {
        workspace = TestWorkspace.create();
        deals(0).tell(workspace, 300);
        settle();
    }

    @Test
    void whatRacesIsCountedExactly() throws Exception {
        race(0);
        settle();

        assertThat(Counting.differentDays(workspace.id())).as("seed " + seed).isZero();
        assertThat(Counting.differentMonths(workspace.id())).as("seed " + seed).isZero();
    }

    /** As where a lease has expired while its holder was still counting. */
    @Test
    void twoWhoBelieveThatTheyAloneCountDoNoHarm() throws Exception {
        race(3);
        settle();

        assertThat(Counting.differentDays(workspace.id())).as("seed " + seed).isZero();
        assertThat(Counting.differentMonths(workspace.id())).as("seed " + seed).isZero();
    }

    /** Without marks the counts are wrong, by day and by month, and this test would see it. */
    @Test
    void withoutMarksTheCountsAreWrong() throws Exception {
        AnotherCopy.takes(workspace, "rollup");
        deals(1).tell(workspace, 300);
        Database.tell(workspace.id(), "delete from dirty_day");
        AnotherCopy.leaves(workspace, "rollup");
        settle();

        assertThat(Counting.differentDays(workspace.id())).isPositive();
        assertThat(Counting.differentMonths(workspace.id())).isPositive();
        selfCheckFindsIt();
    }

    /** It looks at one day a time: enough times, and it has seen a wrong one. */
    private void selfCheckFindsIt() throws SQLException {
        long before = Counting.differentDays(workspace.id());
        for (int i = 0; i < 30; i++) {
            rollup.check();
        }
        settle();
        assertThat(Counting.differentDays(workspace.id())).isLessThan(before);
    }

    /** @param counters who count besides, without any lease */
    private void race(int counters) throws Exception {
        var threads = Executors.newFixedThreadPool(WRITERS + counters);
        var over = new AtomicBoolean();
        var running = new ArrayList<Future<?>>();
        for (int i = 0; i < counters; i++) {
            var name = "unleased" + i;
            running.add(threads.submit(() -> count(name, over)));
        }
        var writers = new ArrayList<Future<?>>();
        for (int i = 0; i < WRITERS; i++) {
            var deals = deals(i);
            writers.add(threads.submit(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    deals.tell(workspace, 20);
                }
            }));
        }
        for (var writer : writers) {
            writer.get();
        }
        over.set(true);
        for (var each : running) {
            each.get();
        }
        threads.shutdown();
    }

    private void count(String name, AtomicBoolean over) {
        while (!over.get()) {
            try {
                background.inside(
                        workspace.id(),
                        name,
                        Duration.ofMinutes(1),
                        turn -> QuarkusTransaction.requiringNew().call(rollup::step));
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private void settle() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> Counting.waiting(workspace.id()) == 0);
    }

    private RandomDeals deals(int writer) {
        return new RandomDeals(new Random(seed + writer), 150, LocalDate.of(2026, 1, 15), 75);
    }
}
