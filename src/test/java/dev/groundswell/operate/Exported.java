package dev.groundswell.operate;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The metrics that the running service exports: the labels of each series, by its name. */
record Exported(Map<String, List<Map<String, String>>> series, Map<String, List<Double>> values) {

    private static final Pattern LINE =
            Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{((?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    static String text() {
        return given().accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    static Exported now() {
        var series = new HashMap<String, List<Map<String, String>>>();
        var values = new HashMap<String, List<Double>>();
        for (var lines = LINE.matcher(text()); lines.find(); ) {
            var labels = new HashMap<String, String>();
            if (lines.group(2) != null) {
                LABEL.matcher(lines.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
            }
            series.computeIfAbsent(lines.group(1), name -> new ArrayList<>()).add(labels);
            values.computeIfAbsent(lines.group(1), name -> new ArrayList<>()).add(Double.valueOf(lines.group(3)));
        }
        return new Exported(series, values);
    }

    boolean has(String metric) {
        return series.containsKey(metric);
    }

    boolean hasLabel(String metric, String label) {
        return series.getOrDefault(metric, List.of()).stream().anyMatch(labels -> labels.containsKey(label));
    }

    /** Every value that this label has there. */
    Set<String> values(String metric, String label) {
        var values = new HashSet<String>();
        for (var labels : series.getOrDefault(metric, List.of())) {
            if (labels.containsKey(label)) {
                values.add(labels.get(label));
            }
        }
        return values;
    }

    /** The sum of the series that have these labels, among others. */
    double sum(String metric, Map<String, String> wanted) {
        double sum = 0;
        var all = series.getOrDefault(metric, List.of());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).entrySet().containsAll(wanted.entrySet())) {
                sum += values.get(metric).get(i);
            }
        }
        return sum;
    }
}
