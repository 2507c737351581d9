package dev.groundswell.pricing;

import dev.groundswell.access.Permission;
import dev.groundswell.access.Zones;
import dev.groundswell.catalog.Catalog;
import dev.groundswell.deal.DaysQuery;
import dev.groundswell.deal.MarketFilter;
import dev.groundswell.deal.SpanQuery;
import dev.groundswell.release.FieldView;
import dev.groundswell.release.Releases;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What prices have to do with losses: facts about the market, never about who sold. */
@Path("/v1/pricing")
@Tag(name = "Pricing")
@Transactional
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.READ_TRENDS)
class PricingResource {

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
            @QueryParam("by")
                    @Parameter(
                            description = "Breaks each bucket down; a deal counts for each competitor that it names",
                            schema = @Schema(implementation = By.class))
                    @Nullable
                    By by) {
        var question = inBuckets(query, filter);
        return new GapsView(
                Objects.requireNonNull(question.interval()),
                zone(),
                question.since(),
                question.until(),
                buckets(question, by).stream().map(GapsView.Stretch::of).toList(),
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
            @QueryParam("by")
                    @Parameter(
                            description = "Breaks each bucket down; a deal counts for each competitor that it names",
                            schema = @Schema(implementation = By.class))
                    @Nullable
                    By by) {
        var question = inBuckets(query, filter).ofThoseWhoCitePrice();
        return new ClaimsView(
                Objects.requireNonNull(question.interval()),
                zone(),
                question.since(),
                question.until(),
                buckets(question, by).stream().map(ClaimsView.Stretch::of).toList());
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
    public RecoveryView recovery(@BeanParam @Valid DaysQuery query, @BeanParam @Valid MarketFilter filter) {
        var question = question(query, filter);
        return RecoveryView.of(
                zone(),
                new DaysQuery.Days(question.since(), question.until()),
                new RecoveryCurve(recovery.of(question)),
                question.glossary().rates(),
                field(question, FieldView.DISCOUNT_NEEDED));
    }

    @GET
    @Path("/win_rate")
    @Operation(
            operationId = "getPriceWinRate",
            summary = "Read how often we win, by how dear we are",
            description =
                    "won / (won + lost), without invalid duplicates and deals that we disqualified, of deals whose two prices are known in one "
                            + "currency. Won deals have to carry prices, too.")
    public WinRateView winRate(@BeanParam @Valid DaysQuery query, @BeanParam @Valid MarketFilter filter) {
        var question = question(query, filter);
        return WinRateView.of(
                zone(), new DaysQuery.Days(question.since(), question.until()), new WinRates(wins.of(question)));
    }

    private PriceQuestion inBuckets(SpanQuery query, MarketFilter filter) {
        var span = query.span(zones.today());
        var glossary = catalog.current();
        return new PriceQuestion(
                span.since(), span.until(), span.interval(), filter.resolve(glossary), false, glossary);
    }

    private PriceQuestion question(DaysQuery query, MarketFilter filter) {
        var days = query.days(zones.today());
        var glossary = catalog.current();
        return PriceQuestion.of(days.since(), days.until(), filter.resolve(glossary), glossary);
    }

    private List<Bucket> buckets(PriceQuestion question, @Nullable By by) {
        return Bucket.of(question, by, gaps.of(question, null), by == null ? List.of() : gaps.of(question, by));
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
