package dev.groundswell.demo;

import java.net.URI;
import java.time.LocalDate;

/** What to type first. Keys are taken out of their file: a log is read by more people than a key is for. */
record Banner(URI address, DemoFolder folder, LocalDate today) {

    String text() {
        return """
                The demo workspace is ready: two years of made-up deals, and a key of each role in %2$s. Try it:

                  # a rep logs a loss
                  curl -sS %1$s/v1/losses -H "Authorization: Bearer %3$s" \\
                    -H 'Content-Type: application/json' -d '{"source": "demo-crm", "external_id": "mine-1",
                    "closed_on": "%5$s", "outcome": "lost_to_competitor", "competitors": ["%7$s"], "region": "%8$s",
                    "reasons": [{"code": "price_level", "evidence": "buyer_stated"}]}'

                  # and everybody sees it in the trend
                  curl -sS '%1$s/v1/trends/reasons?interval=month&since=%6$s&until=%5$s' \\
                    -H "Authorization: Bearer %4$s"

                The whole API, to click: %1$s/q/swagger-ui
                """.formatted(
                        address,
                        folder.keys(),
                        key("rep"),
                        key("leader"),
                        today,
                        today.withDayOfMonth(1).minusMonths(5),
                        Market.CHALLENGER,
                        Market.CONTESTED);
    }

    private String key(String role) {
        String file = folder.keys().toString().replace("'", "'\\''");
        return "$(sed -n 's/.*\"" + role + "\" *: *\"\\([^\"]*\\)\".*/\\1/p' '" + file + "')";
    }
}
