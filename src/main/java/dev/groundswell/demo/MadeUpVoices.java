package dev.groundswell.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What the colleagues say in confidence: of lost deals of the last weeks, another reason than the CRM has; and what weighs on them. */
final class MadeUpVoices {

    static final int REPORTS_OF_EACH = 4;

    private static final long SEED = 20_260_102;
    private static final int WEEKS = 8;

    private static final Map<String, Double> REASONS = Market.weights(
            "product_gap", 40, "service_support", 22, "price_level", 14, "value_not_seen", 12, "our_process", 12);

    /** The first waits for the week's batch, where its endorsements let it surface; the other surfaced at once, as its author chose. */
    static final List<Concern> CONCERNS = List.of(
            new Concern(
                    "product_not_competitive",
                    "Buyers ask for single sign-on before they ask for the price (made up for the demo)",
                    false),
            new Concern("policy", "A discount of two percent takes three signatures (made up for the demo)", true));

    private MadeUpVoices() {}

    /** What one colleague, the how manieth, says of one deal. */
    record Report(int by, Account account) {}

    /** As the API takes it; nobody reads it but the seal. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Account(
            Deal deal, List<Reason> reasons, @Nullable String product, String segment, String region, String note) {}

    record Deal(String source, String externalId) {}

    record Reason(String code) {}

    record Concern(String topic, String words, boolean surfaceNow) {}

    /** A few of each colleague; no deal is told of twice. */
    static List<Report> of(List<MadeUpDeal> deals, int colleagues, LocalDate lastDay) {
        var dice = new Dice(SEED);
        var lost = new ArrayList<>(deals.stream()
                .filter(deal -> deal.state().equals("lost") && deal.closedOn().isAfter(lastDay.minusWeeks(WEEKS)))
                .toList());
        Collections.shuffle(lost, new Random(SEED));
        var reports = new ArrayList<Report>();
        for (int i = 0; i < Math.min(lost.size(), colleagues * REPORTS_OF_EACH); i++) {
            var deal = lost.get(i);
            reports.add(new Report(
                    i % colleagues,
                    new Account(
                            new Deal(deal.source(), deal.externalId()),
                            List.of(new Reason(dice.weighted(REASONS))),
                            deal.product(),
                            deal.segment(),
                            deal.region(),
                            MadeUpDeals.NOTE)));
        }
        return List.copyOf(reports);
    }
}
