package dev.groundswell.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The made-up market: what is sold where, against whom, and what has changed in it lately. */
record Market(LocalDate lastDay) {

    static final String CHALLENGER = "Kestrova";
    static final String CONTESTED = "DACH";

    /** All of them sell everywhere, so that a change in the market is seen by the same sellers. */
    static final List<String> SELLERS = sellers();

    static final Map<String, Double> REGIONS =
            weights(CONTESTED, 30, "France", 18, "UK and Ireland", 17, "Nordics", 10, "North America", 25);
    static final Map<String, Double> SEGMENTS = weights("Enterprise", 22, "Mid-market", 45, "Small business", 33);
    static final Map<String, Double> PRODUCTS =
            weights("Atlas Core", 45, "Atlas Analytics", 25, "Atlas Connect", 18, "Atlas Guard", 12);
    private static final Map<String, Double> USUAL_COMPETITORS =
            weights(CHALLENGER, 20, "Northmoor", 38, "Ostrana", 25, "Tallfern", 17);
    private static final Map<String, Double> COMPETITORS_UNDER_PRESSURE =
            weights(CHALLENGER, 72, "Northmoor", 14, "Ostrana", 9, "Tallfern", 5);

    /** Whether the challenger sells below its price: in one region, since the month that signals look at first. */
    boolean underPressure(String region, LocalDate day) {
        return region.equals(CONTESTED) && !day.isBefore(beginOfPressure());
    }

    /** The last month that is over, and has been for the two days after which signals look at it. */
    LocalDate beginOfPressure() {
        return lastDay.minusDays(1).withDayOfMonth(1).minusMonths(1);
    }

    Map<String, Double> competitors(boolean pressure) {
        return pressure ? COMPETITORS_UNDER_PRESSURE : USUAL_COMPETITORS;
    }

    double chanceToWin(String segment, boolean pressure) {
        double usual = switch (segment) {
            case "Enterprise" -> 0.38;
            case "Mid-market" -> 0.45;
            default -> 0.42;
        };
        return pressure ? usual * 0.6 : usual;
    }

    double usualValue(String segment, String product) {
        double bySegment = switch (segment) {
            case "Enterprise" -> 95_000;
            case "Mid-market" -> 28_000;
            default -> 7_500;
        };
        return product.equals("Atlas Connect") ? bySegment * 0.5 : bySegment;
    }

    static String currency(String region) {
        return switch (region) {
            case "UK and Ireland" -> "GBP";
            case "North America" -> "USD";
            default -> "EUR";
        };
    }

    /** The deals of an average working day in the given month. */
    static double busyness(int month) {
        return switch (month) {
            case 3, 6, 9 -> 7.6;
            case 8 -> 6.3;
            case 11, 12 -> 7.8;
            default -> 7.0;
        };
    }

    /** Keeps the order, so that the dice fall the same way every time. */
    static Map<String, Double> weights(Object... namesAndWeights) {
        var weights = new LinkedHashMap<String, Double>();
        for (int i = 0; i < namesAndWeights.length; i += 2) {
            weights.put((String) namesAndWeights[i], ((Number) namesAndWeights[i + 1]).doubleValue());
        }
        return weights;
    }

    private static List<String> sellers() {
        var sellers = new ArrayList<String>();
        for (int i = 1; i <= 14; i++) {
            sellers.add("demo-seller-%02d".formatted(i));
        }
        return List.copyOf(sellers);
    }
}
