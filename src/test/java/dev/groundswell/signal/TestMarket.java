package dev.groundswell.signal;

import static org.awaitility.Awaitility.await;

import dev.groundswell.testsupport.TestClock;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.arc.Arc;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** A company whose deals are told month by month, and scanned. */
public final class TestMarket {

    private static final int BATCH = 500;

    private final TestWorkspace workspace;
    private final String source;
    private final List<String> deals = new ArrayList<>();
    private int told;

    TestMarket() {
        this(TestWorkspace.create(), "crm");
    }

    private TestMarket(TestWorkspace workspace, String source) {
        this.workspace = workspace;
        this.source = source;
    }

    /** Price is named more often by all, so that there is a signal; answers its id. */
    public static String ofASignal(TestWorkspace workspace) {
        new TestMarket(workspace, "market")
                .before(6, Losses.of(6, 10, place -> place < 2))
                .inPeriod(Losses.of(6, 10, place -> place < 8))
                .tell()
                .scan();
        return workspace.asLeader().get("/v1/signals").path("items.find { it.direction == 'rise' }.id");
    }

    /** The last month that is over. */
    public static YearMonth period() {
        return YearMonth.from(LocalDate.now(ZoneOffset.UTC).minusDays(Scanning.GRACE_DAYS))
                .minusMonths(1);
    }

    TestWorkspace workspace() {
        return workspace;
    }

    /** In each of so many months before the period, these losses. */
    TestMarket before(int months, Losses losses) {
        for (int i = months; i > 0; i--) {
            in(period().minusMonths(i), losses);
        }
        return this;
    }

    TestMarket inPeriod(Losses losses) {
        return in(period(), losses);
    }

    TestMarket in(YearMonth month, Losses losses) {
        for (int seller = 0; seller < losses.sellers(); seller++) {
            for (int i = 0; i < losses.each(); i++) {
                deals.add(losses.deal(source, ++told, month.atDay(1 + i % 28), losses.first() + seller, i));
            }
        }
        return this;
    }

    /** Every seller's losses of a month. */
    record Losses(int first, int sellers, int each, IntPredicate isForPrice, String reason, String more) {

        static Losses of(int sellers, int each, IntPredicate isForPrice) {
            return new Losses(0, sellers, each, isForPrice, "\"code\": \"price_level\"", "");
        }

        /** With more of the body. */
        Losses with(String body) {
            return new Losses(first, sellers, each, isForPrice, reason, ", " + body);
        }

        /** Of sellers from this one on. */
        Losses from(int seller) {
            return new Losses(seller, sellers, each, isForPrice, reason, more);
        }

        /** What is for price is told as this text. */
        Losses as(String text) {
            return new Losses(first, sellers, each, isForPrice, "\"text\": \"" + text + "\"", more);
        }

        private String deal(String source, int id, LocalDate day, int seller, int place) {
            return """
                    {"state": "lost", "source": "%s", "external_id": "%d", "closed_on": "%s", "owner": "owner-%d",
                     "reasons": [{%s}]%s}""".formatted(
                    source, id, day, seller, isForPrice.test(place) ? reason : "\"code\": \"product_gap\"", more);
        }
    }

    /** Whoever hears of the deals so far, hears of them now. */
    TestMarket tell() {
        for (int i = 0; i < deals.size(); i += BATCH) {
            workspace
                    .asIntegration()
                    .body(deals.subList(i, Math.min(deals.size(), i + BATCH)).toString())
                    .post("/v1/deals/batch")
                    .then()
                    .statusCode(200);
        }
        deals.clear();
        return this;
    }

    ValidatableResponse scan() {
        // the scan that comes by itself may be under way
        return await().until(() -> workspace.asLeader().post("/v1/signals/scan"), answer -> answer.statusCode() != 409)
                .then()
                .statusCode(200);
    }

    /** What the month that follows so many months after the period finds, at its end. */
    void scanAfter(int months) {
        scanOn(period().plusMonths(months + 1L).atDay(1 + Scanning.GRACE_DAYS));
    }

    /** What is found by itself on a day. */
    void scanOn(LocalDate day) {
        var clock = Arc.container().instance(TestClock.class).get();
        clock.moveTo(day);
        try {
            Arc.container().instance(Scanning.class).get().scanIn(workspace.id());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } finally {
            clock.bringBack();
        }
    }
}
