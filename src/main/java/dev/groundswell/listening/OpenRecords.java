package dev.groundswell.listening;

import dev.groundswell.access.Zones;
import dev.groundswell.pricing.PriceClaims;
import dev.groundswell.signal.Direction;
import dev.groundswell.signal.SignalKind;
import dev.groundswell.signal.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sets what the field says beside what the open records say, within the caller's transaction. Records that know nothing of it
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

    /** What is said to each of these topics of concerns, looked up once. */
    Function<String, Check> about(Collection<String> topics) {
        var said = topics.stream().distinct().collect(Collectors.toMap(Function.identity(), this::about));
        return topic -> Objects.requireNonNull(said.get(topic));
    }

    private Check about(String topic) {
        return switch (topic) {
            case "price_too_high" -> ofPrices(zones.today());
            case "product_not_competitive" -> ofProduct();
            case "market_shift" -> ofMarket();
            default -> Check.unmeasured("The open records hold nothing of this: they know deals, reasons and prices.");
        };
    }

    private Check ofPrices(LocalDate today) {
        return Check.ofPrices(prices.between(today.minusDays(LOOKED_BACK - 1L), today), LOOKED_BACK);
    }

    private Check ofProduct() {
        return signals.open().stream()
                .filter(signal -> signal.direction() == Direction.rise)
                .filter(signal -> signal.group().equals(PRODUCT))
                .findFirst()
                .map(signal -> Check.supported(signal.sentence()))
                .orElseGet(
                        () -> Check.unmeasured(
                                "No signal says that deals are now lost for the product more often; how often they always were does not say how good it is."));
    }

    private Check ofMarket() {
        var open = signals.open().stream()
                .filter(signal -> signal.kind() != SignalKind.price_gap)
                .findFirst();
        if (open.isPresent()) {
            return Check.supported(open.get().sentence());
        }
        return signals.looked()
                .filter(Signals.Looked::isEnough)
                .map(looked -> Check.contradicted(
                        "The scan of %s had enough evidence and found no change in why deals are lost."
                                .formatted(looked.period())))
                .orElseGet(
                        () -> Check.unmeasured("There is not enough evidence yet to show a change if there were one."));
    }
}
