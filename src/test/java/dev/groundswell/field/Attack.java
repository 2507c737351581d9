package dev.groundswell.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Somebody who has every answer about a period, and knows which rep sells what and where. Whatever was told is taken as an
 * equation over the reps' reports; a group of fewer than k people is recovered where its sum follows from them.
 */
final class Attack {

    private static final long PRIME = 1_000_003;

    private final List<Said> period;
    private final int k;
    private final List<BitSet> told = new ArrayList<>();
    private final Set<String> found = new TreeSet<>();

    Attack(List<Said> period, int k) {
        this.period = period;
        this.k = k;
        told.add(all());
    }

    /** What a release of the period tells. */
    void read(JsonNode release) {
        read(release.path("reason_groups"), all(), List.of("reason_group", "reason", "region"), 0);
        for (var view : List.of("product", "region")) {
            read(release.path(view + "s"), all(), List.of(view), 0);
        }
        readMeasures(release.path("price_gap"));
        release.path("quotes").forEach(quoted -> {
            var people = new HashSet<Integer>();
            quoted.path("quotes")
                    .forEach(words -> period.stream()
                            .filter(said -> words.asText().equals(said.quote()))
                            .forEach(said -> people.add(said.rep())));
            if (people.size() < 10) {
                found.add("words of " + people.size() + " people");
            }
        });
    }

    /** What a trend sets beside the open plane. */
    void readTrend(JsonNode fieldView) {
        var view = Map.of(
                        "reasons",
                        "reason",
                        "reason_groups",
                        "reason_group",
                        "products",
                        "product",
                        "regions",
                        "region")
                .get(fieldView.path("dimension").asText());
        if (view != null) {
            read(fieldView.path("series"), all(), List.of(view), 0);
        }
    }

    /** What was learned of fewer than k people, or of one above all. */
    Set<String> recovered() {
        var rows = reduced();
        secrets().forEach((name, group) -> {
            if (people(group) < k && follows(group, rows)) {
                found.add(name + " (" + people(group) + " people)");
            }
        });
        return found;
    }

    /** Groups of fewer than k people whose sums an attacker would like to know. */
    long secretGroups() {
        return secrets().values().stream().filter(group -> people(group) < k).count();
    }

    private void read(JsonNode parts, BitSet above, List<String> views, int level) {
        var named = new BitSet();
        for (var part : parts) {
            if (!part.path("key").asText().equals("other")) {
                named.or(saying(views.get(level), part.path("key").asText(), above));
            }
        }
        for (var part : parts) {
            boolean isOther = part.path("key").asText().equals("other");
            var here = isOther
                    ? without(above, named)
                    : saying(views.get(level), part.path("key").asText(), above);
            if (part.has("share")) {
                told.add(here);
                lookAtPeople(part, here, above, isOther);
            }
            if (part.has("parts")) {
                read(part.path("parts"), here, views, level + 1);
            }
        }
    }

    private void lookAtPeople(JsonNode part, BitSet here, BitSet above, boolean isOther) {
        boolean finest = !part.has("parts") || part.at("/parts/0").has("at_least");
        var weights = weights(here);
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        double loudest =
                weights.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        long people = period.stream().map(Said::rep).distinct().count();
        boolean isMostlyOne = (all - 2 * (all - loudest)) / people > 0.015;
        if (finest && isMostlyOne && Math.abs(part.path("share").asDouble() - all / people) < 0.0051) {
            found.add("what one person says, in " + part.path("key").asText());
        }
        double whole = weights(above).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        if (!isOther
                && !part.path("key").asText().equals("unknown")
                && all >= 0.9 * whole
                && people(above) < period.size()) {
            found.add("what everybody in a group says: " + part.path("key").asText());
        }
    }

    /** A quantile that is the ratio of one report, to its last digit, is that report's. */
    private void readMeasures(JsonNode range) {
        range.forEach(quantile -> {
            boolean coarse = Math.abs(quantile.asDouble() * 20 - Math.round(quantile.asDouble() * 20)) < 1e-9;
            if (!coarse) {
                found.add("the prices of one report");
            }
        });
    }

    private Map<String, BitSet> secrets() {
        var secrets = new HashMap<String, BitSet>();
        for (int place = 0; place < period.size(); place++) {
            var says = period.get(place).says();
            int here = place;
            Stream.of(
                            List.of("reason_group"),
                            List.of("reason"),
                            List.of("product"),
                            List.of("region", "reason"),
                            List.of("product", "reason_group"),
                            List.of("product", "reason"),
                            List.of("region", "product"),
                            List.of("region", "product", "reason"))
                    .map(views ->
                            String.join(" x ", views.stream().map(says::get).toList()))
                    .forEach(name ->
                            secrets.computeIfAbsent(name, each -> new BitSet()).set(here));
        }
        return secrets;
    }

    private Map<Integer, Double> weights(BitSet set) {
        var said = new HashMap<Integer, Integer>();
        period.forEach(each -> said.merge(each.rep(), 1, Integer::sum));
        var weights = new HashMap<Integer, Double>();
        set.stream()
                .map(place -> period.get(place).rep())
                .forEach(rep -> weights.merge(rep, 1.0 / said.get(rep), Double::sum));
        return weights;
    }

    private int people(BitSet set) {
        return (int)
                set.stream().map(place -> period.get(place).rep()).distinct().count();
    }

    private BitSet saying(String view, String key, BitSet among) {
        var saying = new BitSet();
        among.stream()
                .filter(place -> key.equals(period.get(place).says().get(view)))
                .forEach(saying::set);
        return saying;
    }

    private BitSet all() {
        var all = new BitSet();
        all.set(0, period.size());
        return all;
    }

    private static BitSet without(BitSet set, BitSet others) {
        var rest = (BitSet) set.clone();
        rest.andNot(others);
        return rest;
    }

    /** Gauss and Jordan, over a prime field: each row leads with a one that no other row has anything beside. */
    private List<long[]> reduced() {
        var rows = new ArrayList<long[]>();
        for (var sum : told) {
            var row = reduce(vector(sum), rows);
            int lead = lead(row);
            if (lead >= 0) {
                long inverse = power(row[lead], PRIME - 2);
                for (int i = 0; i < row.length; i++) {
                    row[i] = row[i] * inverse % PRIME;
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private boolean follows(BitSet group, List<long[]> rows) {
        return lead(reduce(vector(group), rows)) < 0;
    }

    private static long[] reduce(long[] vector, List<long[]> rows) {
        for (var row : rows) {
            int lead = lead(row);
            long factor = vector[lead];
            if (factor != 0) {
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = Math.floorMod(vector[i] - factor * row[i] % PRIME, PRIME);
                }
            }
        }
        return vector;
    }

    private static int lead(long[] row) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                return i;
            }
        }
        return -1;
    }

    private static long power(long base, long exponent) {
        long power = 1;
        for (long square = base, rest = exponent; rest > 0; rest >>= 1) {
            power = (rest & 1) == 1 ? power * square % PRIME : power;
            square = square * square % PRIME;
        }
        return power;
    }

    private long[] vector(BitSet set) {
        var vector = new long[period.size()];
        set.stream().forEach(place -> vector[place] = 1);
        return vector;
    }
}
