package dev.groundswell.signal;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.groundswell.signal.TestMarket.Losses;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What changes the numbers and not the market makes no signal. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class NoNewsTest {

    private static final Losses USUAL = Losses.of(12, 10, place -> place < 2);

    @Test
    void anImportMakesNoSignal() {
        var market = new TestMarket().before(6, USUAL).inPeriod(USUAL).tell();
        var rows = new StringBuilder("id,status,close_date,lost_reason,owner\n");
        for (int i = 0; i < 120; i++) {
            rows.append("import-%d,lost,%s,Price level,owner-%d%n"
                    .formatted(i, TestMarket.period().atDay(3), i % 12));
        }
        importCsv(market, rows.toString());

        market.workspace()
                .asLeader()
                .get("/v1/trends/reasons?interval=month&since=%s&until=%s"
                        .formatted(
                                TestMarket.period().atDay(1),
                                TestMarket.period().atEndOfMonth()))
                .then()
                .body("buckets[0].series.find { it.key == 'price_level' }.lost", equalTo(144));
        market.scan().body("changed", equalTo(0));
        none(market);
    }

    /** The same history, heard as it happened, would make one: SignalTest. */
    @Test
    void anImportedHistoryIsNothingToCompareWith() {
        var market = new TestMarket();
        var rows = new StringBuilder("id,status,close_date,lost_reason,owner\n");
        for (int i = 0; i < 6 * 120; i++) {
            rows.append("past-%d,lost,%s,%s,owner-%d%n"
                    .formatted(
                            i,
                            TestMarket.period().minusMonths(1 + i / 120).atDay(3),
                            i % 10 < 2 ? "Price level" : "Product gap",
                            i % 12));
        }
        importCsv(market, rows.toString());
        market.inPeriod(Losses.of(12, 10, place -> place < 5)).tell();

        market.scan()
                .body("changed", equalTo(0))
                .body(
                        "not_enough_evidence.find { !it.part && it.kind == 'reason' }.missing.what",
                        hasItem("months_before"));
        none(market);
    }

    @Test
    void anAliasMakesNoSignal() {
        var market = new TestMarket()
                .before(6, USUAL)
                .inPeriod(Losses.of(12, 10, place -> place < 6).as("pricey, they said"))
                .tell();
        market.scan();
        none(market);

        market.workspace()
                .asAdmin()
                .body("{\"dimension\": \"reason\", \"text\": \"pricey, they said\", \"target\": \"price_level\"}")
                .post("/v1/aliases")
                .then()
                .statusCode(201);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> market.workspace()
                        .asAdmin()
                        .get("/v1/aliases/unmapped")
                        .<Integer>path("items.size()")
                        .equals(0));

        market.scan().body("changed", equalTo(0)).body("reading_changed.key", hasItem("product_gap"));
        none(market);
    }

    @Test
    void aCodeThatNobodyCouldHaveChosenMakesNoSignal() {
        var market = new TestMarket().before(6, USUAL);
        market.workspace()
                .asAdmin()
                .body("{\"code\": \"young\", \"label\": \"Young\", \"group\": \"price\"}")
                .post("/v1/reasons")
                .then()
                .statusCode(201);
        market.inPeriod(Losses.of(12, 10, place -> place < 6).as("young")).tell();

        market.scan().body("changed", equalTo(0));
        none(market);
    }

    private static void importCsv(TestMarket market, String rows) {
        var connection = TestConnection.create(market.workspace(), "json", "");
        String id = market.workspace()
                .asAdmin()
                .contentType("text/csv; charset=utf-8")
                .body(rows.getBytes(StandardCharsets.UTF_8))
                .post("/v1/connections/" + connection.id() + "/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> market.workspace()
                        .asAdmin()
                        .get("/v1/imports/" + id)
                        .<String>path("state")
                        .equals("done"));
    }

    private static void none(TestMarket market) {
        market.workspace().asLeader().get("/v1/signals").then().statusCode(200).body("items", empty());
    }
}
