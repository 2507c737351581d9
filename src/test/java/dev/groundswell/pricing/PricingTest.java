package dev.groundswell.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.access.Background;
import dev.groundswell.field.TestField;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PricingTest {

    private static final String YEAR = "since=2026-01-01&until=2026-12-31";

    @Inject
    Background background;

    @Inject
    PriceClaims claims;

    private TestWorkspace workspace;
    private int deals;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.create();
    }

    @Test
    void aGapIsOfTheirPriceAndInOneCurrencyOnly() {
        lose("2026-01-10", prices("110.00", "EUR", "100.00", "EUR"), "");
        lose("2026-01-11", prices("90", "EUR", "100", "EUR"), "");
        lose("2026-01-12", prices("150", "EUR", "100", "USD"), "");
        lose("2026-01-13", "{\"quoted\": {\"amount\": \"10\", \"currency\": \"EUR\"}}", "");
        lose("2026-01-14", prices("5", "EUR", "0", "EUR"), "");
        lose("2026-01-15", prices("900", "EUR", "1", "EUR"), ", \"outcome\": \"invalid_duplicate\"");

        for (int attempt = 0; attempt < 2; attempt++) {
            price("gaps?interval=quarter&since=2026-01-01&until=2026-06-30")
                    .body("buckets", hasSize(2))
                    .body("buckets[0].gap.lost", equalTo(5))
                    .body("buckets[0].gap.measured.count", equalTo(2))
                    .body("buckets[0].gap.measured.share", closeTo(0.4, 1e-9))
                    .body("buckets[0].gap.median", closeTo(0, 1e-9))
                    .body("buckets[0].gap.lower_quartile", closeTo(-0.05, 1e-9))
                    .body("buckets[0].gap.upper_quartile", closeTo(0.05, 1e-9))
                    .body("buckets[0].gap.median_low", nullValue())
                    .body("buckets[0].gap.not_dearer.count", equalTo(1))
                    .body("buckets[0].gap.not_dearer.of", equalTo(2))
                    .body("buckets[1].gap.lost", equalTo(0))
                    .body("buckets[1].gap.median", nullValue())
                    .body("buckets[1].gap.measured.share", nullValue());
            // rates make no price comparable
            TestRates.give(workspace, "EUR", "USD", "0.5", "2020-01-01");
        }
    }

    @Test
    void aMedianOfSixOrMoreHasItsInterval() {
        for (int gap = 1; gap <= 13; gap++) {
            lose("2026-01-10", prices("" + (100 + gap), "EUR", "100", "EUR"), "");
        }

        price("gaps?interval=year&" + YEAR)
                .body("buckets[0].gap.median", closeTo(0.07, 1e-9))
                .body("buckets[0].gap.median_low", closeTo(0.04, 1e-9))
                .body("buckets[0].gap.median_high", closeTo(0.10, 1e-9));
    }

    @Test
    void aDealCountsForEachCompetitorOnceWhateverItIsCalled() {
        lose("2026-01-10", prices("120", "EUR", "100", "EUR"), ", \"competitors\": [\"Zorg\", \"Zorg Inc\", \"Acme\"]");
        lose("2026-01-11", prices("140", "EUR", "100", "EUR"), ", \"competitors\": [\"Zorg Inc\"]");
        lose("2026-01-12", prices("999", "EUR", "100", "EUR"), "");
        var etag = workspace.asAdmin().get("/v1/competitors/zorg-inc").header("ETag");
        workspace
                .asAdmin()
                .header("If-Match", etag)
                .body("{\"merged_into\": \"zorg\"}")
                .patch("/v1/competitors/zorg-inc")
                .then()
                .statusCode(200);

        price("gaps?interval=year&by=competitor&" + YEAR)
                .body("buckets[0].gap.lost", equalTo(3))
                .body("buckets[0].series", hasSize(2))
                .body("buckets[0].series[0].key", equalTo("zorg"))
                .body("buckets[0].series[0].label", equalTo("Zorg"))
                .body("buckets[0].series[0].gap.lost", equalTo(2))
                .body("buckets[0].series[0].gap.median", closeTo(0.3, 1e-9));
        price("gaps?interval=year&competitor=zorg&" + YEAR).body("buckets[0].gap.lost", equalTo(2));
        price("gaps?interval=year&by=source&source=crm&" + YEAR).body("buckets[0].series[0].key", equalTo("crm"));
        for (var by : new String[] {"product", "segment", "region"}) {
            lose("2026-01-10", prices("120", "EUR", "100", "EUR"), ", \"" + by + "\": \"One\"");
            price("gaps?interval=year&by=%s&%s=one&%s".formatted(by, by, YEAR))
                    .body("buckets[0].series[0].gap.lost", equalTo(1));
        }
    }

    @Test
    void claimsOfThePriceAreHeldAgainstThePrices() throws SQLException {
        lose("2026-02-01", prices("120", "EUR", "100", "EUR"), ", \"reasons\": [{\"code\": \"price_level\"}]");
        lose("2026-02-02", prices("100", "EUR", "100", "EUR"), ", \"reasons\": [{\"text\": \"Too expensive\"}]");
        lose(
                "2026-02-03",
                prices("130", "EUR", "100", "USD"),
                ", \"reasons\": [{\"code\": \"product_gap\"}, {\"code\": \"budget\"}, {\"code\": \"price_level\"}]");
        lose("2026-02-04", prices("300", "EUR", "100", "EUR"), ", \"reasons\": [{\"code\": \"product_gap\"}]");

        price("claims?interval=year&by=source&" + YEAR)
                .body("buckets[0].claim.cited", equalTo(3))
                .body("buckets[0].claim.supported.count", equalTo(1))
                .body("buckets[0].claim.supported.of", equalTo(2))
                .body("buckets[0].claim.contradicted.share", closeTo(0.5, 1e-9))
                .body("buckets[0].claim.unmeasured.count", equalTo(1))
                .body("buckets[0].claim.unmeasured.of", equalTo(3))
                .body("buckets[0].claim.median", closeTo(0.1, 1e-9))
                .body("buckets[0].series[0].claim.cited", equalTo(3));
        var checked = checked(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28));
        assertThat(List.of(checked.supported(), checked.contradicted(), checked.unmeasured()))
                .containsExactly(1L, 1L, 1L);
        assertThat(checked.medianGap()).isCloseTo(0.1, offset(1e-9));
        assertThat(checked(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 28)))
                .isEqualTo(new PriceClaims.Checked(0, 0, 0, null));
    }

    /** As other features ask for it. */
    private PriceClaims.Checked checked(LocalDate since, LocalDate until) throws SQLException {
        var found = new AtomicReference<PriceClaims.Checked>();
        background.inside(
                workspace.id(), "test", Duration.ofMinutes(1), turn -> found.set(claims.between(since, until)));
        return found.get();
    }

    @Test
    void aNeededDiscountIsOfOurQuoteAndRatherWhatTheBuyerSaid() {
        var value = ", \"value\": {\"amount\": \"%s\", \"currency\": \"%s\"}";
        lose("2026-03-01", prices("100", "EUR", "95", "EUR"), value.formatted("100.00", "EUR"));
        lose("2026-03-02", prices("100", "EUR", "80", "EUR"), value.formatted("300.00", "EUR"));
        lose(
                "2026-03-03",
                prices("100", "EUR", "99", "EUR")
                        .replace("}}", "}, \"would_have_won\": {\"amount\": \"70\", \"currency\": \"EUR\"}}"),
                value.formatted("50", "USD"));
        lose("2026-03-04", prices("100", "EUR", "110", "EUR"), "");
        lose("2026-03-05", prices("100", "EUR", "50", "USD"), value.formatted("9000", "EUR"));

        price("recovery?" + YEAR)
                .body("measured.count", equalTo(4))
                .body("measured.of", equalTo(5))
                .body("curve", hasSize(14))
                .body("curve[0].recovered.count", equalTo(1))
                .body("curve.find { it.discount == 0.05 }.recovered.count", equalTo(2))
                .body("curve.find { it.discount == 0.05 }.recovered.share", closeTo(0.5, 1e-9))
                .body("curve.find { it.discount == 0.05 }.value[0].amount", equalTo("100.00"))
                .body("curve.find { it.discount == 0.05 }.value[0].share", closeTo(0.25, 1e-9))
                .body("curve.find { it.discount == 0.05 }.value[1].amount", equalTo("0"))
                .body("curve.find { it.discount == 0.2 }.recovered.count", equalTo(3))
                .body("curve.find { it.discount == 0.25 }.recovered.count", equalTo(3))
                .body("curve.find { it.discount == 0.3 }.recovered.count", equalTo(4))
                .body("value[0].amount", equalTo("400.00"))
                .body("converted", nullValue());

        TestRates.give(workspace, "EUR", "USD", "0.92", "2026-01-01");
        price("recovery?" + YEAR)
                .body("converted.amount", equalTo("446.00"))
                .body("converted.rates", equalTo(1))
                .body("converted.missing", hasSize(0));
    }

    @Test
    void aWinRateIsOfDealsWithBothPricesAndOfSourcesThatTellTheirWins() {
        close("lost", "2026-03-31", prices("104", "EUR", "100", "EUR"), "");
        close("won", "2026-04-01", prices("97", "EUR", "100", "EUR"), "");
        close("lost", "2026-04-02", prices("100", "EUR", "100", "EUR"), "");
        close("lost", "2026-04-03", prices("104", "EUR", "100", "EUR"), ", \"outcome\": \"disqualified_by_us\"");
        close("won", "2026-04-04", prices("104", "EUR", "100", "EUR"), "");
        close("won", "2026-04-05", "{}", "");
        close("lost", "2026-04-06", prices("600", "EUR", "100", "EUR"), "");

        price("win_rate?" + YEAR)
                .body("left_out", equalTo(1))
                .body("won.count", equalTo(2))
                .body("won.of", equalTo(3))
                .body("lost.count", equalTo(2))
                .body("bins", hasSize(9))
                .body("bins.find { it.from == 0.95 }.win_rate.share", closeTo(1, 1e-9))
                .body("bins.find { it.from == 1.0 }.to", closeTo(1.05, 1e-9))
                .body("bins.find { it.from == 1.0 }.win_rate.count", equalTo(1))
                .body("bins.find { it.from == 1.0 }.win_rate.of", equalTo(2))
                .body("bins[0].win_rate.share", nullValue())
                .body("bins[8].win_rate.of", equalTo(1))
                .body("bins[8].to", nullValue());
    }

    @Test
    void whatTheFieldMeasuredStandsBesideItAndIsNeverFiltered() {
        var field = TestField.of(workspace, 15);
        for (int rep = 0; rep < 15; rep++) {
            field.report(
                            rep,
                            "{\"reasons\": [{\"code\": \"price_level\"}], \"product\": \"Platform\", \"prices\": "
                                    + prices("120", "EUR", "100", "EUR") + "}")
                    .statusCode(201);
        }
        lose("2026-01-10", prices("110", "EUR", "100", "EUR"), ", \"product\": \"Platform\"");
        field.sealPeriod();

        price("gaps?since=2026-01-01&until=2027-06-30&interval=year")
                .body("field_view.reporters", equalTo(15))
                .body("field_view.range.median", closeTo(0.2, 1e-9))
                .body("buckets[0].gap.lost", equalTo(1));
        price("recovery?since=2026-01-01&until=2027-06-30").body("field_view.range.median", closeTo(0.15, 1e-9));
        price("gaps?since=2026-01-01&until=2027-06-30&product=platform").body("field_view", nullValue());
        price("gaps?since=2020-01-01&until=2020-12-31").body("field_view", nullValue());
    }

    @Test
    void namesWhatIsWrongWithAQuestion() {
        Map.of(
                        "gaps?since=2026-02-01&until=2026-01-01", "/query/since",
                        "gaps?by=seller", "/query/by",
                        "claims?interval=fortnight", "/query/interval",
                        "recovery?region=atlantis", "/query/region",
                        "win_rate?since=1789-07-14", "/query/since")
                .forEach((question, pointer) -> workspace
                        .asLeader()
                        .get("/v1/pricing/" + question)
                        .then()
                        .statusCode(422)
                        .body("errors[0].pointer", equalTo(pointer)));
        workspace.asLeader().get("/v1/pricing/gaps?owner=7").then().statusCode(400);
        workspace.asLeader().get("/v1/pricing/recovery?interval=month").then().statusCode(400);
        workspace.asRep().get("/v1/pricing/gaps").then().statusCode(200);
    }

    private ValidatableResponse price(String question) {
        return workspace
                .asLeader()
                .config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE)))
                .get("/v1/pricing/" + question)
                .then()
                .statusCode(200);
    }

    private static String prices(String ours, String currency, String theirs, String theirCurrency) {
        return """
                {"quoted": {"amount": "%s", "currency": "%s"}, "competitor": {"amount": "%s", "currency": "%s"}}""".formatted(ours, currency, theirs, theirCurrency);
    }

    private void lose(String closedOn, String prices, String more) {
        close("lost", closedOn, prices, more);
    }

    private void close(String state, String closedOn, String prices, String more) {
        workspace
                .asIntegration()
                .body("{\"state\": \"%s\", \"closed_on\": \"%s\", \"prices\": %s%s}"
                        .formatted(state, closedOn, prices, more))
                .put("/v1/deals/crm/deal-" + ++deals)
                .then()
                .statusCode(201);
    }
}
