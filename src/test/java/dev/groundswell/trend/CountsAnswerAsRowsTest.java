package dev.groundswell.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.groundswell.access.Background;
import dev.groundswell.deal.Interval;
import dev.groundswell.deal.MarketFilter;
import dev.groundswell.testsupport.Apart;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import dev.groundswell.trend.rollup.Counting;
import dev.groundswell.trend.rollup.RandomDeals;
import dev.groundswell.trend.rollup.Rollups;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is asked, whatever was corrected a moment ago: what is counted says the same as the rows. */
@Apart
@QuarkusTest
@TestProfile(Counting.FromTheStart.class)
@QuarkusTestResource(PostgresResource.class)
class CountsAnswerAsRowsTest {

    private static final LocalDate FROM = LocalDate.of(2025, 3, 10);
    private static final int DAYS = 400;

    @Inject
    TrendCells counts;

    @Inject
    RawCells rows;

    @Inject
    Rollups rollups;

    @Inject
    Background background;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private TestWorkspace workspace;
    private List<Long> ids;

    @BeforeEach
    void enter() throws SQLException {
        workspace = TestWorkspace.create();
        new RandomDeals(random, 400, FROM, DAYS).tell(workspace, 500);
        await().atMost(Duration.ofSeconds(30)).until(() -> Counting.waiting(workspace.id()) == 0);
        ids = java.util.stream.LongStream.range(0, 30).boxed().toList();
    }

    @Test
    void anyQuestionAtAnyMoment() throws SQLException {
        var asked = new AtomicInteger();
        var counted = new AtomicInteger();
        var failed = new ArrayList<Throwable>();
        for (int round = 0; round < 25; round++) {
            new RandomDeals(random, 400, FROM, DAYS).tell(workspace, 1 + random.nextInt(30));
            background.inside(workspace.id(), "asking", Duration.ofMinutes(5), turn -> {
                for (int i = 0; i < 20; i++) {
                    var question = question();
                    asked.incrementAndGet();
                    counted.addAndGet(CountedCells.breakdown(question) == null ? 0 : 1);
                    QuarkusTransaction.requiringNew().run(() -> {
                        try {
                            same(question);
                        } catch (AssertionError | SQLException | RuntimeException difference) {
                            failed.add(difference);
                        }
                    });
                }
            });
        }
        assertThat(failed).isEmpty();
        assertThat(counted.get()).as("of %d asked", asked.get()).isGreaterThan(asked.get() / 4);
    }

    private void same(TrendQuestion question) throws SQLException {
        boolean ready = rollups.areReady();
        var found = counts.of(question, ready);
        assertThat(sums(found.cells())).as("seed %d, %s", seed, question).isEqualTo(sums(rows.of(question)));
        if (question.dimension() == TrendDimension.competitors) {
            assertThat(competitorSums(counts.byCompetitors(question, ready).cells()))
                    .as("seed %d, %s", seed, question)
                    .isEqualTo(competitorSums(rows.byCompetitors(question)));
        }
        assertThat(found.basis()).isEqualTo(rollups.basis(false));
    }

    /** Cells may be cut finer on one side; what they add up to may not differ. */
    private static Map<String, BigDecimal> sums(List<Cell> cells) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var cell : cells) {
            var key = "%s %s %s %s %s %s %s %s"
                    .formatted(
                            cell.bucket(),
                            cell.state(),
                            cell.outcome(),
                            cell.key(),
                            cell.unmapped(),
                            cell.needsEnrichment(),
                            cell.source(),
                            cell.currency());
            add(sums, key, cell.deals(), cell.value());
        }
        return sums;
    }

    private static Map<String, BigDecimal> competitorSums(List<CompetitorsCell> cells) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var cell : cells) {
            var key = "%s %s %s %s %s %s %s %s"
                    .formatted(
                            cell.bucket(),
                            cell.state(),
                            cell.outcome(),
                            Arrays.toString(cell.competitors()),
                            cell.unmapped(),
                            cell.needsEnrichment(),
                            cell.source(),
                            cell.currency());
            add(sums, key, cell.deals(), cell.value());
        }
        return sums;
    }

    private static void add(Map<String, BigDecimal> sums, String key, long deals, BigDecimal value) {
        sums.merge(key + " deals", BigDecimal.valueOf(deals), BigDecimal::add);
        if (value != null) {
            sums.merge(key + " value", value, BigDecimal::add);
        }
    }

    private TrendQuestion question() {
        var since = FROM.minusDays(20).plusDays(random.nextInt(DAYS));
        return new TrendQuestion(
                pick(TrendDimension.values()),
                pick(Interval.values()),
                since,
                since.plusDays(random.nextInt(300)),
                new MarketFilter.Ids(some(0.2), some(0.2), some(0.2), some(0.2), chance(0.2) ? List.of("crm") : null));
    }

    private Collection<Long> some(double share) {
        return chance(share) ? ids.subList(0, 1 + random.nextInt(ids.size())) : null;
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private <T> T pick(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
