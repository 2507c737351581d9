package dev.groundswell.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two years of deals that never were, always the same ones for the same last day. */
final class MadeUpDeals {

    static final String SOURCE = "demo-crm";
    static final String NOTE = "made up for the demo";

    private static final long SEED = 20_260_101;
    private static final String UNTOLD = "";

    private static final Map<String, Double> OUTCOMES = Market.weights(
            "lost_to_competitor",
            42,
            "no_decision",
            24,
            "postponed",
            9,
            "in_house",
            6,
            "disqualified_by_us",
            6,
            "invalid_duplicate",
            2,
            UNTOLD,
            11);

    private final Market market;
    private final LocalDate lastDay;
    private final Dice dice = new Dice(SEED);
    private final List<MadeUpDeal> deals = new ArrayList<>();

    private MadeUpDeals(LocalDate lastDay) {
        this.lastDay = lastDay;
        market = new Market(lastDay);
    }

    static List<MadeUpDeal> until(LocalDate lastDay) {
        var made = new MadeUpDeals(lastDay);
        made.make();
        return List.copyOf(made.deals);
    }

    private void make() {
        for (var day = lastDay.minusYears(2).plusDays(1); !day.isAfter(lastDay); day = day.plusDays(1)) {
            for (int left = dealsOf(day); left > 0; left--) {
                deals.add(deal(day));
            }
        }
    }

    private int dealsOf(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return dice.chance(0.1) ? 1 : 0;
        }
        return (int) Math.max(1, Math.round(Market.busyness(day.getMonthValue()) + dice.bell()));
    }

    private MadeUpDeal deal(LocalDate day) {
        String region = dice.weighted(Market.REGIONS);
        String segment = dice.weighted(Market.SEGMENTS);
        String product = dice.weighted(Market.PRODUCTS);
        String owner = dice.any(Market.SELLERS);
        boolean pressure = market.underPressure(region, day);
        boolean won = dice.chance(market.chanceToWin(segment, pressure));
        double value = market.usualValue(segment, product) * Math.exp(dice.bell() * 0.5);
        String currency = Market.currency(region);
        String outcome = won ? null : outcome(pressure);
        boolean competed = won ? dice.chance(0.35) : "lost_to_competitor".equals(outcome);
        return new MadeUpDeal(
                SOURCE,
                "demo-%05d".formatted(deals.size() + 1),
                won ? "won" : "lost",
                learned(day),
                day,
                owner,
                dice.chance(0.88) ? MadeUpPrices.amount(value, currency) : null,
                dice.chance(0.97) ? product : null,
                segment,
                region,
                outcome,
                competed ? List.of(dice.weighted(market.competitors(pressure))) : List.of(),
                won ? null : MadeUpReasons.of(outcome, region, pressure, dice),
                MadeUpPrices.of(value, currency, won, competed, pressure, dice),
                NOTE);
    }

    private @Nullable String outcome(boolean pressure) {
        if (pressure && dice.chance(0.55)) {
            return "lost_to_competitor";
        }
        String outcome = dice.weighted(OUTCOMES);
        return outcome.equals(UNTOLD) ? null : outcome;
    }

    /** In the course of the day on which the deal was closed. */
    private Instant learned(LocalDate day) {
        return day.atTime(8, 0).plusMinutes(dice.below(9 * 60)).toInstant(ZoneOffset.UTC);
    }
}
