package dev.groundswell.pricing;

import dev.groundswell.access.Permission;
import dev.groundswell.access.Zones;
import dev.groundswell.catalog.Catalog;
import dev.groundswell.deal.Interval;
import dev.groundswell.deal.MarketFilter;
import dev.groundswell.deal.SpanQuery;
import dev.groundswell.http.ProblemException;
import dev.groundswell.release.FieldView;
import dev.groundswell.release.Releases;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What prices have to do with losses: facts about the market, never about who sold. */
@Path("/v1/pricing")
@Tag(name = "Pricing")
@Transactional
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.READ_TRENDS)
public class PricingResource {

    private final GapCells gaps;
    private final RecoveryCells recovery;
    private final WinCells wins;
    private final Catalog catalog;
    private final Releases releases;
    private final Zones zones;

    PricingResource(
            GapCells gaps, RecoveryCells recovery, WinCells wins, Catalog catalog, Releases releases, Zones zones) {
        this.gaps = gaps;
        this.recovery = recovery;
        this.wins = wins;
        this.catalog = catalog;
        this.releases = releases;
        this.zones = zones;
    }

    @GET
    @Path("/gaps")
    @Operation(
            operationId = "getPriceGaps",
            summary = "Read how dear we were where we lost",
            description =
                    "The gap is (ours - theirs) / theirs, of lost deals whose two prices are known in one currency. Prices in two currencies are "
                            + "never compared, whatever the exchange rates.")
    public GapsView gaps(
            @BeanParam @Valid SpanQuery query,
            @BeanParam @Valid MarketFilter filter,
            @BeanParam @Valid Breakdown breakdown) {
        var question = question(query, filter, breakdown);
        return new GapsView(
                Objects.requireNonNull(question.interval()),
                zone(),
                question.since(),
                question.until(),
                gapBuckets(question).map(GapsView.Stretch::of).toList(),
                field(question, FieldView.PRICE_GAP));
    }

    @GET
    @Path("/claims")
    @Operation(
            operationId = "getPriceClaims",
            summary = "Read whether prices bear out that the price was a reason",
            description =
                    "Of lost deals that cite a reason of the group `price`, as the primary or a contributing one: supported where we were dearer, "
                            + "contradicted where we were not, and unmeasured where a price is not known. What the field says stands: a price may be "
                            + "too high for what it buys, and cheaper than another.")
    public ClaimsView claims(
            @BeanParam @Valid SpanQuery query,
            @BeanParam @Valid MarketFilter filter,
            @BeanParam @Valid Breakdown breakdown) {
        var question = question(query, filter, breakdown).ofThoseWhoCitePrice();
        return new ClaimsView(
                Objects.requireNonNull(question.interval()),
                zone(),
                question.since(),
                question.until(),
                gapBuckets(question).map(ClaimsView.Stretch::of).toList());
    }

    @GET
    @Path("/recovery")
    @Operation(
            operationId = "getPriceRecovery",
            summary = "Read what discounts would have won back",
            description =
                    "The discount that a loss needed is 1 - would_have_won / quoted, or 1 - competitor / quoted where the first is not known, in one "
                            + "currency only. The curve tells what part of the losses needed no more than each discount: at most so many would have been "
                            + "won, for a price is not the only reason.")
    public RecoveriesView recovery(
            @BeanParam @Valid CurveQuery query,
            @BeanParam @Valid MarketFilter filter,
            @BeanParam @Valid Breakdown breakdown) {
        var question = question(query, filter, breakdown);
        var buckets = Bucket.of(question, recovery::of, RecoveryCurve.NONE, RecoveryCurve::lost);
        return RecoveriesView.of(zone(), question, buckets, field(question, FieldView.DISCOUNT_NEEDED));
    }

    @GET
    @Path("/win_rate")
    @Operation(
            operationId = "getPriceWinRate",
            summary = "Read how often we win, by how dear we are",
            description =
                    "won / (won + lost), without invalid duplicates and deals that we disqualified, of deals whose two prices are known in one "
                            + "currency. Won deals have to carry prices, too.")
    public WinRatesView winRate(
            @BeanParam @Valid CurveQuery query,
            @BeanParam @Valid MarketFilter filter,
            @BeanParam @Valid Breakdown breakdown) {
        var question = question(query, filter, breakdown);
        return WinRatesView.of(zone(), question, Bucket.of(question, wins::of, WinRates.NONE, WinRates::closed));
    }

    private PriceQuestion question(SpanQuery query, MarketFilter filter, Breakdown breakdown) {
        var span = query.span(zones.today());
        return question(span.since(), span.until(), span.interval(), filter, breakdown);
    }

    private PriceQuestion question(CurveQuery query, MarketFilter filter, Breakdown breakdown) {
        var days = query.days(zones.today());
        var question = question(days.since(), days.until(), query.interval, filter, breakdown);
        if (question.starts().size() > CurveQuery.MOST_BUCKETS) {
            throw ProblemException.invalid(
                    "/query/interval",
                    "makes more than " + CurveQuery.MOST_BUCKETS + " buckets of this span; ask for a longer one");
        }
        return question;
    }

    private PriceQuestion question(
            LocalDate since, LocalDate until, @Nullable Interval interval, MarketFilter filter, Breakdown breakdown) {
        var glossary = catalog.current();
        return new PriceQuestion(since, until, interval, breakdown.by, filter.resolve(glossary), false, glossary);
    }

    private Stream<Bucket<GapCell>> gapBuckets(PriceQuestion question) {
        return Bucket.of(question, gaps::of, GapCell.NONE, GapCell::lost).stream();
    }

    /** What was said in confidence is never filtered. */
    private @Nullable FieldRange field(PriceQuestion question, String measure) {
        return question.filter().isEmpty()
                ? releases.fieldViewUntil(question.until())
                        .map(view -> FieldRange.of(view, measure))
                        .orElse(null)
                : null;
    }

    private String zone() {
        return zones.current().getId();
    }
}
