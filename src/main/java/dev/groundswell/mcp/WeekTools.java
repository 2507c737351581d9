package dev.groundswell.mcp;

import dev.groundswell.listening.BriefingResource;
import dev.groundswell.notify.DigestResource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The week at a glance. */
@ApplicationScoped
class WeekTools {

    private final Tools tools;
    private final BriefingResource briefing;
    private final DigestResource digest;

    WeekTools(Tools tools, BriefingResource briefing, DigestResource digest) {
        this.tools = tools;
        this.briefing = briefing;
        this.digest = digest;
    }

    void offer(@Observes StartupEvent starting) {
        tools.add(
                "briefing",
                "What matters this week",
                "The last seven days: signals that moved, what the field's view told, concerns that surfaced, which answers leadership owes, and "
                        + "what the data do not know.",
                Inputs.of(),
                asked -> briefing.briefing());
        tools.add(
                "digest",
                "The last full week in a page",
                "The same page that is sent on Mondays: shorter than the briefing, from Monday to Sunday.",
                Inputs.of(),
                asked -> digest.lastWeek());
    }
}
