package dev.groundswell.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Bids whose two prices are known, through the API and beside it: both have to come to the same.
 *
 * <p>A file of one's own is taken by {@code -Dgroundswell.bids=/path.csv}. Its first line names the columns {@code ours} (what we
 * bid), {@code theirs} (the best rival's bid), both plain numbers in one currency, and {@code result} ({@code won} or {@code lost});
 * other columns are passed over. No field holds a comma.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BidsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 1000;

    private record Bid(BigDecimal ours, BigDecimal theirs, boolean won) {

        boolean isReachedBy(String discount) {
            return theirs.compareTo(ours.multiply(BigDecimal.ONE.subtract(new BigDecimal(discount)))) >= 0;
        }

        boolean isFrom(String from, String to) {
            return ours.compareTo(theirs.multiply(new BigDecimal(from))) >= 0
                    && ours.compareTo(theirs.multiply(new BigDecimal(to))) < 0;
        }
    }

    /** What was found of public tenders; the bids are made up so that they come to it. */
    @Test
    void publishedFiguresComeBackFromTheApi() throws IOException {
        var bids = new ArrayList<Bid>();
        add(bids, 6, 900, false);
        add(bids, 14, 980, false);
        add(bids, 86, 970, true);
        add(bids, 4, 1020, true);
        add(bids, 21, 1010, false);
        add(bids, 11, 1051, false);
        add(bids, 30, 1080, false);
        add(bids, 44, 1200, false);
        add(bids, 74, 1400, false);

        var answers = post(bids);
        assertThat(answers.notDearer()).isEqualTo(0.10);
        assertThat(answers.reachedBy(0.05)).isEqualTo(0.26);
        assertThat(answers.reachedBy(0.10)).isEqualTo(0.41);
        assertThat(answers.reachedBy(0.20)).isEqualTo(0.63);
        assertThat(answers.winRate(0.95)).isEqualTo(0.86);
        assertThat(answers.winRate(1)).isEqualTo(0.16);
        assertAgrees(answers, bids);
    }

    @Test
    @EnabledIfSystemProperty(named = "groundswell.bids", matches = ".+")
    void aFileOfOnesOwnIsAnswered() throws IOException {
        var bids = read(Path.of(System.getProperty("groundswell.bids")));
        var answers = post(bids);
        assertAgrees(answers, bids);
        System.out.printf(
                Locale.ROOT,
                """
                        %d bids, %d of them lost
                        losers not dearer than the winner: %.1f %%
                        a cut of 5 / 10 / 20 %% would have reached the winner's price in %.1f / %.1f / %.1f %%
                        win rate just below the best rival's price (0.95 to 1): %.1f %%, just above (1 to 1.05): %.1f %%
                        """,
                bids.size(),
                answers.lost(),
                100 * answers.notDearer(),
                100 * answers.reachedBy(0.05),
                100 * answers.reachedBy(0.1),
                100 * answers.reachedBy(0.2),
                100 * answers.winRate(0.95),
                100 * answers.winRate(1));
    }

    /** What the API says, each as it is answered. */
    private record Answers(JsonNode gaps, JsonNode recovery, JsonNode wins) {

        private JsonNode gap() {
            return gaps.at("/buckets/0/gap");
        }

        long lost() {
            return gap().path("lost").asLong();
        }

        double notDearer() {
            return gap().at("/not_dearer/share").asDouble(Double.NaN);
        }

        double reachedBy(double discount) {
            for (var step : recovery.at("/buckets/0/recovery/curve")) {
                if (step.path("discount").asDouble() == discount) {
                    return step.at("/recovered/share").asDouble(Double.NaN);
                }
            }
            throw new AssertionError("no step of " + discount);
        }

        double winRate(double from) {
            return bin(from).at("/win_rate/share").asDouble(Double.NaN);
        }

        JsonNode bin(double from) {
            for (var bin : wins.at("/buckets/0/win_rate/bins")) {
                if (bin.path("at_least").asDouble() == from) {
                    return bin;
                }
            }
            throw new AssertionError("no bin from " + from);
        }
    }

    private static void assertAgrees(Answers answers, List<Bid> bids) {
        var lost = bids.stream().filter(bid -> !bid.won()).toList();
        assertThat(answers.lost()).isEqualTo(lost.size());
        assertThat(answers.gap().at("/not_dearer/count").asLong())
                .isEqualTo(count(lost, bid -> bid.ours().compareTo(bid.theirs()) <= 0));
        var gaps = lost.stream()
                .mapToDouble(bid -> bid.ours().doubleValue() / bid.theirs().doubleValue() - 1)
                .sorted()
                .toArray();
        assertThat(answers.gap().path("median").asDouble())
                .isCloseTo((gaps[(gaps.length - 1) / 2] + gaps[gaps.length / 2]) / 2, offset(1e-9));
        for (var step : answers.recovery().at("/buckets/0/recovery/curve")) {
            var discount = step.path("discount").asText();
            assertThat(step.at("/recovered/count").asLong())
                    .as(discount)
                    .isEqualTo(count(lost, bid -> bid.isReachedBy(discount)));
        }
        for (var edges : List.of(List.of("0.9", "0.95"), List.of("0.95", "1"), List.of("1", "1.05"))) {
            var rate = answers.bin(Double.parseDouble(edges.get(0))).path("win_rate");
            var here = bids.stream()
                    .filter(bid -> bid.isFrom(edges.get(0), edges.get(1)))
                    .toList();
            assertThat(rate.path("count").asLong()).isEqualTo(count(here, Bid::won));
            assertThat(rate.path("of").asLong()).isEqualTo(here.size());
        }
    }

    private static long count(List<Bid> bids, Predicate<Bid> which) {
        return bids.stream().filter(which).count();
    }

    private static Answers post(List<Bid> bids) throws IOException {
        var workspace = TestWorkspace.create();
        for (int first = 0; first < bids.size(); first += BATCH) {
            var deals = new ArrayList<String>();
            for (int i = first; i < Math.min(bids.size(), first + BATCH); i++) {
                deals.add(deal(i, bids.get(i)));
            }
            var results = workspace
                    .asIntegration()
                    .body("[" + String.join(",", deals) + "]")
                    .post("/v1/deals/batch")
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(results.<List<Integer>>path("results.status")).containsOnly(201);
        }
        var days = "?since=2026-01-01&until=2026-12-31";
        return new Answers(
                answer(workspace, "gaps" + days + "&interval=year"),
                answer(workspace, "recovery" + days),
                answer(workspace, "win_rate" + days));
    }

    private static String deal(int number, Bid bid) {
        return """
                {"source": "tenders", "external_id": "%d", "state": "%s", "closed_on": "2026-06-30",
                 "prices": {"quoted": {"amount": "%s", "currency": "EUR"}, "competitor": {"amount": "%s", "currency": "EUR"}}}""".formatted(
                        number,
                        bid.won() ? "won" : "lost",
                        bid.ours().toPlainString(),
                        bid.theirs().toPlainString());
    }

    private static JsonNode answer(TestWorkspace workspace, String question) throws IOException {
        return JSON.readTree(workspace
                .asLeader()
                .get("/v1/pricing/" + question)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** Against a rival's bid of a thousand. */
    private static void add(List<Bid> bids, int many, int ours, boolean won) {
        for (int i = 0; i < many; i++) {
            bids.add(new Bid(BigDecimal.valueOf(ours), BigDecimal.valueOf(1000), won));
        }
    }

    private static List<Bid> read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var columns = List.of(lines.get(0).split(",", -1));
        var bids = new ArrayList<Bid>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            bids.add(new Bid(
                    new BigDecimal(cells[columns.indexOf("ours")].strip()),
                    new BigDecimal(cells[columns.indexOf("theirs")].strip()),
                    cells[columns.indexOf("result")].strip().equals("won")));
        }
        return bids;
    }
}
