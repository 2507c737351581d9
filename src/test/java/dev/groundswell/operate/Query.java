package dev.groundswell.operate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a PromQL expression asks for: enough of it to compare with what is exported. Its syntax is promtool's to judge. */
record Query(List<Selector> selectors, List<String> groupedBy) {

    private static final Pattern GROUPING =
            Pattern.compile("\\b(by|on|without|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR =
            Pattern.compile("(?<![\\w\"$.])([a-zA-Z_:][\\w:]*)\\s*(\\{(?:[^\"}]|\"[^\"]*\")*})?(?!\\s*\\(|[\\w:])");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Set<String> KEYWORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    /** A metric, and what its labels have to be. */
    record Selector(String metric, List<Matcher> matchers) {}

    record Matcher(String label, String operator, String value) {

        /** The values that it names one by one; none where it is a pattern. */
        List<String> named() {
            boolean isPattern = operator.endsWith("~") && !value.matches("[\\w|]+");
            return isPattern || value.contains("$") ? List.of() : List.of(value.split("\\|"));
        }
    }

    static Query of(String expression) {
        var text = expression.replaceAll("\\[[^\\]]*]", "");
        var groupedBy = new ArrayList<String>();
        GROUPING.matcher(text).results().forEach(group -> {
            // what is left out may be missing
            boolean isNeeded = Set.of("by", "on").contains(group.group(1));
            Arrays.stream(group.group(2).split(","))
                    .filter(label -> isNeeded && !label.isBlank())
                    .forEach(label -> groupedBy.add(label.strip()));
        });
        var selectors = new ArrayList<Selector>();
        SELECTOR.matcher(GROUPING.matcher(text).replaceAll(" "))
                .results()
                .filter(found -> !KEYWORDS.contains(found.group(1)))
                .forEach(found -> selectors.add(new Selector(
                        found.group(1),
                        MATCHER.matcher(found.group(2) == null ? "" : found.group(2))
                                .results()
                                .map(each -> new Matcher(each.group(1), each.group(2), each.group(3)))
                                .toList())));
        return new Query(selectors, groupedBy);
    }

    /** What it asks for and nobody exports. */
    List<String> unknownTo(Exported exported) {
        var unknown = new ArrayList<String>();
        for (var selector : selectors) {
            var metric = selector.metric();
            if (metric.equals("up")) {
                continue; // Prometheus' own
            }
            if (!exported.has(metric)) {
                unknown.add(metric);
                continue;
            }
            for (var matcher : selector.matchers()) {
                if (PROMETHEUS_OWN.contains(matcher.label())) {
                    continue;
                }
                if (!exported.hasLabel(metric, matcher.label())) {
                    unknown.add(metric + "{" + matcher.label() + "}");
                    continue;
                }
                matcher.named().stream()
                        .filter(value ->
                                !exported.values(metric, matcher.label()).contains(value))
                        .forEach(value -> unknown.add(metric + "{" + matcher.label() + "=" + value + "}"));
            }
        }
        groupedBy.stream()
                .filter(label -> !PROMETHEUS_OWN.contains(label))
                .filter(label -> selectors.stream().noneMatch(each -> exported.hasLabel(each.metric(), label)))
                .forEach(label -> unknown.add("by " + label));
        return unknown;
    }

    private static final Set<String> PROMETHEUS_OWN = Set.of("job", "instance");
}
