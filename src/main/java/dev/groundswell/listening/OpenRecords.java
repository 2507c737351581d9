package dev.groundswell.listening;

import dev.groundswell.access.Zones;
import dev.groundswell.pricing.PriceClaims;
import dev.groundswell.release.CheckedClaim;
import dev.groundswell.release.SurfacedConcern;
import dev.groundswell.release.Topic;
import dev.groundswell.signal.Direction;
import dev.groundswell.signal.SignalKind;
import dev.groundswell.signal.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sets what the field says, and what leadership says against it, beside what the open records say, within the caller's transaction. Records that know nothing of it
 * contradict nothing: the field is right unless proved otherwise.
 */
@ApplicationScoped
class OpenRecords {

    private static final int LOOKED_BACK = 180;
    private static final String PRODUCT = "product";

    private final PriceClaims prices;
    private final Signals signals;
    private final Zones zones;

    OpenRecords(PriceClaims prices, Signals signals, Zones zones) {
        this.prices = prices;
        this.signals = signals;
        this.zones = zones;
    }

    /** What is said to each of these concerns, as of when they surfaced. */
    Function<SurfacedConcern, Check> about(Collection<SurfacedConcern> concerns) {
        var said = concerns.stream()
                .map(this::claim)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), this::about));
        return concern -> Objects.requireNonNull(said.get(claim(concern)));
    }

    /** What is said to a claim of leadership's own, as of today. */
    CheckedClaim check(Topic topic) {
        var check = about(new Claim(topic, zones.today()));
        return new CheckedClaim(topic, check.verdict(), check.sentence());
    }

    /** To the end of the month, so that many concerns ask the same. */
    private record Claim(Topic topic, LocalDate until) {}

    private Claim claim(SurfacedConcern concern) {
        var month = YearMonth.from(concern.surfacedOn()).atEndOfMonth();
        var today = zones.today();
        return new Claim(concern.topic(), month.isBefore(today) ? month : today);
    }

    private Check about(Claim claim) {
        return switch (claim.topic()) {
            case price_too_high -> ofPrices(claim.until());
            case product_not_competitive -> ofProduct(claim.until());
            case market_shift -> ofMarket(claim.until());
            case quota_too_high, territory, policy, other ->
                Check.unmeasured("The open records hold nothing of this: they know deals, reasons and prices.");
        };
    }

    private Check ofPrices(LocalDate until) {
        return Check.ofPrices(prices.between(until.minusDays(LOOKED_BACK - 1L), until), LOOKED_BACK);
    }

    private Check ofProduct(LocalDate until) {
        return around(until)
                .filter(signal -> signal.direction() == Direction.rise)
                .filter(signal -> signal.group().equals(PRODUCT))
                .findFirst()
                .map(signal -> Check.supported(signal.sentence()))
                .orElseGet(
                        () -> Check.unmeasured(
                                "No signal says that deals are now lost for the product more often; how often they always were does not say how good it is."));
    }

    private Check ofMarket(LocalDate until) {
        return around(until)
                .filter(signal -> signal.kind() != SignalKind.price_gap)
                .findFirst()
                .map(signal -> Check.supported(signal.sentence()))
                .or(() -> signals.looked(YearMonth.from(until).minusMonths(1))
                        .filter(Signals.Looked::isQuiet)
                        .map(looked -> Check.contradicted(
                                "The scan of %s, with losses enough to show most changes, found none in why deals are lost."
                                        .formatted(looked.period()))))
                .orElseGet(() -> Check.unmeasured(
                        "No signal says so, and there were not losses enough to show that nothing has changed."));
    }

    /** Signals that held when the words surfaced, or in the time before them. */
    private Stream<Signals.Known> around(LocalDate until) {
        var since = until.minusDays(LOOKED_BACK - 1L);
        return signals.openedSince(since.minusYears(1)).stream()
                .filter(signal -> !signal.openedOn().isAfter(until))
                .filter(signal -> signal.isOpen() || holdsAt(signal.clearedOn(), since));
    }

    private static boolean holdsAt(@Nullable LocalDate clearedOn, LocalDate day) {
        return clearedOn != null && !clearedOn.isBefore(day);
    }
}
