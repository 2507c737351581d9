package dev.groundswell.listening;

import dev.groundswell.access.Permission;
import dev.groundswell.access.Zones;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a leader should know this week. */
@Path("/v1/briefing")
@Tag(name = "Listening")
public class BriefingResource {

    private static final int WEEK = 7;

    private final Briefing briefing;
    private final OpenRecords records;
    private final Zones zones;

    BriefingResource(Briefing briefing, OpenRecords records, Zones zones) {
        this.briefing = briefing;
        this.records = records;
        this.zones = zones;
    }

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_RELEASES)
    @Operation(
            operationId = "getBriefing",
            summary = "Read what matters this week",
            description =
                    "What has changed in the market, what was told and what surfaced in the last seven days, which answers leadership owes, and what the data do not know. Reps read the same.")
    public BriefingView briefing() {
        var today = zones.today();
        var brief = briefing.read(today.minusDays(WEEK - 1L), today);
        var concerns = Stream.concat(brief.surfaced().stream(), brief.answersDue().stream())
                .toList();
        return BriefingView.of(brief, today, records.about(concerns));
    }
}
