package dev.groundswell.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.arc.Arc;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The demo's deals in a test's workspace, where charts are to look like those of a company. */
public final class ToldDemo {

    private static final int BATCH = 500;
    private static final int MORE_EACH = 5;

    private final TestWorkspace workspace;

    public ToldDemo(TestWorkspace workspace) {
        this.workspace = workspace;
    }

    /** Two years of them. */
    public ToldDemo until(LocalDate lastDay) {
        var json = Arc.container().instance(ObjectMapper.class).get();
        return tell(MadeUpDeals.until(lastDay).stream()
                .map(deal -> written(json, deal))
                .toList());
    }

    /** From this day on, every seller loses some more deals over the price. */
    public ToldDemo withPressureOnPrices(LocalDate since) {
        var deals = new ArrayList<String>();
        for (var seller : Market.SELLERS) {
            for (int i = 0; i < MORE_EACH; i++) {
                deals.add("""
                        {"source": "demo-crm", "external_id": "more-%d", "state": "lost", "closed_on": "%s", "owner": "%s",
                         "outcome": "lost_to_competitor", "competitors": ["Kestrova"], "reasons": [{"code": "price_level"}]}""".formatted(deals.size(), since.plusDays(4L * i), seller));
            }
        }
        return tell(deals);
    }

    private ToldDemo tell(List<String> deals) {
        for (int from = 0; from < deals.size(); from += BATCH) {
            workspace
                    .asIntegration()
                    .body(deals.subList(from, Math.min(deals.size(), from + BATCH))
                            .toString())
                    .post("/v1/deals/batch")
                    .then()
                    .statusCode(200);
        }
        return this;
    }

    private static String written(ObjectMapper json, MadeUpDeal deal) {
        try {
            return json.writeValueAsString(deal);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
