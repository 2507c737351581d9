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
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PricingTest extends PricedDeals {

    @Inject
    Background background;

    @Inject
    PriceClaims claims;

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
                        "recovery?interval=fortnight", "/query/interval",
                        "recovery?interval=day", "/query/interval",
                        "win_rate?by=seller", "/query/by",
                        "win_rate?interval=week&since=2020-01-01", "/query/interval",
                        "win_rate?since=1789-07-14", "/query/since")
                .forEach((question, pointer) -> workspace
                        .asLeader()
                        .get("/v1/pricing/" + question)
                        .then()
                        .statusCode(422)
                        .body("errors[0].pointer", equalTo(pointer)));
        workspace.asLeader().get("/v1/pricing/gaps?owner=7").then().statusCode(400);
        workspace.asLeader().get("/v1/pricing/recovery?owner=7").then().statusCode(400);
        workspace.asRep().get("/v1/pricing/gaps").then().statusCode(200);
    }
}
