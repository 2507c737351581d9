package dev.groundswell.field;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Companies whose reps say things, with made-up reasons. */
final class MadeUpField {

    private static final List<String> REASONS = List.of(
            "price_level",
            "price_level",
            "value_not_seen",
            "budget",
            "product_gap",
            "product_quality",
            "trust_references",
            "timing_priority");

    private static final Map<String, String> GROUPS = Map.of(
            "price_level", "price",
            "value_not_seen", "price",
            "budget", "price",
            "product_gap", "product",
            "product_quality", "product",
            "trust_references", "trust",
            "timing_priority", "timing",
            "our_process", "process",
            "fit_targeting", "fit");

    private MadeUpField() {}

    /**
     * A quarter of so many reps who sell in one region each. The first says one thing once that five others say now and then;
     * seven let their notes on price be quoted; and one reason is named for product 8 alone, which only two people lose for another.
     */
    static List<Said> quarter(LocalDate since, int reps, long seed) {
        var random = new Random(seed);
        var said = new ArrayList<Said>();
        said.add(new Said(0, since.plusDays(40), says("fit_targeting", 0, 0), null, null));
        for (int rep = 1; rep < reps; rep++) {
            int deals = rep < 6 ? 12 : 2 + random.nextInt(7);
            for (int deal = 0; deal < deals; deal++) {
                var reason = rep < 6 && deal == 0 ? "fit_targeting" : REASONS.get(random.nextInt(REASONS.size()));
                said.add(new Said(
                        rep,
                        since.plusDays(random.nextInt(85)),
                        says(reason, (int) (7 * Math.pow(random.nextDouble(), 2)), rep % 3),
                        random.nextInt(3) == 0 ? random.nextInt(40) / 100.0 - 0.1 : null,
                        rep < 8 && GROUPS.get(reason).equals("price") ? "Words " + rep + " about " + deal : null));
            }
        }
        for (int rep = 6; rep < 14; rep++) {
            said.add(new Said(
                    rep,
                    since.plusDays(50),
                    says(rep < 12 ? "our_process" : "timing_priority", 8, rep % 3),
                    null,
                    null));
        }
        said.sort(Comparator.comparing(Said::on));
        return said;
    }

    /** The lost deals of an export of opportunities, each reported by its seller on the day it was closed. */
    static List<Said> of(Path folder) throws IOException {
        var offices = new HashMap<String, Integer>();
        for (var row : rows(folder.resolve("crm_sales_teams.csv"))) {
            offices.put(
                    row.getField("sales_agent"),
                    List.of("Central", "East", "West").indexOf(row.getField("regional_office")));
        }
        var sellers = new ArrayList<String>();
        var products = new ArrayList<String>();
        var random = new Random(1);
        var said = new ArrayList<Said>();
        for (var row : rows(folder.resolve("crm_sales_opportunities.csv"))) {
            if (row.getField("deal_stage").equals("Lost")) {
                var seller = row.getField("sales_agent");
                said.add(new Said(
                        index(sellers, seller),
                        LocalDate.parse(row.getField("close_date"), DateTimeFormatter.ofPattern("dd-MM-yy")),
                        says(
                                REASONS.get(random.nextInt(REASONS.size())),
                                index(products, row.getField("product")),
                                offices.getOrDefault(seller, 0)),
                        null,
                        null));
            }
        }
        said.sort(Comparator.comparing(Said::on));
        return said;
    }

    private static Map<String, String> says(String reason, int product, int region) {
        return Map.of(
                "reason",
                reason,
                "reason_group",
                GROUPS.getOrDefault(reason, "unknown"),
                "product",
                "product-" + product,
                "region",
                "region-" + region);
    }

    private static int index(List<String> known, String name) {
        if (!known.contains(name)) {
            known.add(name);
        }
        return known.indexOf(name);
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }
}
