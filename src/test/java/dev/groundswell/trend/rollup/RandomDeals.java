package dev.groundswell.trend.rollup;

import dev.groundswell.testsupport.TestWorkspace;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Deals that change their minds: a few hundred ids, told again and again. */
public record RandomDeals(Random random, int ids, LocalDate from, int days) {

    private static final List<String> REASONS =
            List.of("price_level", "budget", "product_gap", "timing_priority", "sponsor_lost");

    public void tell(TestWorkspace workspace, int howMany) {
        var batch = IntStream.range(0, howMany).mapToObj(i -> deal()).collect(Collectors.joining(",", "[", "]"));
        workspace.asIntegration().body(batch).post("/v1/deals/batch").then().statusCode(200);
    }

    private String deal() {
        var state = pick("lost", "lost", "lost", "won", "open", "withdrawn");
        var deal = new StringBuilder("{\"source\": \"%s\", \"external_id\": \"%d\", \"state\": \"%s\""
                .formatted(pick("crm", "other"), random.nextInt(ids), state));
        if (!state.equals("open") && chance(0.9)) {
            deal.append(", \"closed_on\": \"")
                    .append(from.plusDays(random.nextInt(days)))
                    .append('"');
        }
        deal.append(", \"product\": ").append(name("P", 3));
        deal.append(", \"segment\": ").append(name("S", 2));
        deal.append(", \"region\": ").append(name("R", 3));
        deal.append(", \"competitors\": [")
                .append(chance(0.5) ? name("C", 3) : "")
                .append(']');
        if (chance(0.7)) {
            deal.append(", \"value\": {\"amount\": \"%d.50\", \"currency\": \"%s\"}"
                    .formatted(random.nextInt(9_000), pick("EUR", "USD")));
        }
        if (state.equals("lost") && chance(0.8)) {
            deal.append(", \"outcome\": \"")
                    .append(pick("no_decision", "invalid_duplicate", "lost_to_competitor"))
                    .append('"');
        }
        if (chance(0.8)) {
            deal.append(", \"reasons\": [{")
                    .append(
                            chance(0.8)
                                    ? "\"code\": \"" + pick(REASONS.toArray(String[]::new)) + "\""
                                    : "\"text\": \"quite unheard of\"")
                    .append("}]");
        }
        return deal.append('}').toString();
    }

    private String name(String letter, int most) {
        return "\"" + letter + random.nextInt(most) + "\"";
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
