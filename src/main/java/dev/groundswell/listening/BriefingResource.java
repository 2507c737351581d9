package dev.groundswell.listening;

import dev.groundswell.access.Permission;
import dev.groundswell.access.Zones;
import dev.groundswell.release.Concerns;
import dev.groundswell.release.Releases;
import dev.groundswell.release.SurfacedConcern;
import dev.groundswell.trend.DataGaps;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a leader should know this week. */
@Path("/v1/briefing")
@Tag(name = "Listening")
class BriefingResource {

    private static final int WEEK = 7;
    private static final int LOOKED_BACK = 90;

    /** What nobody has answered for longer than this has been overtaken. */
    private static final int REMEMBERED = 365;

    private final Concerns concerns;
    private final Releases releases;
    private final DataGaps gaps;
    private final Zones zones;

    BriefingResource(Concerns concerns, Releases releases, DataGaps gaps, Zones zones) {
        this.concerns = concerns;
        this.releases = releases;
        this.gaps = gaps;
        this.zones = zones;
    }

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_RELEASES)
    @Operation(
            operationId = "getBriefing",
            summary = "Read what matters this week",
            description =
                    "What was told and what surfaced in the last seven days, which answers leadership owes, and what the data do not know. Reps read the same.")
    public BriefingView briefing() {
        var today = zones.today();
        var since = today.minusDays(WEEK - 1L);
        var remembered = concerns.since(today.minusDays(REMEMBERED));
        return new BriefingView(
                since,
                today,
                releases.publishedSince(since).stream()
                        .map(BriefingView.Told::of)
                        .toList(),
                remembered.stream()
                        .filter(concern -> !concern.surfacedOn().isBefore(since))
                        .map(concern -> ConcernView.of(concern, today))
                        .toList(),
                remembered.stream()
                        .filter(concern -> concern.answers().isEmpty())
                        .sorted(Comparator.comparing(SurfacedConcern::answerDue))
                        .map(concern -> ConcernView.of(concern, today))
                        .toList(),
                BriefingView.Gaps.of(gaps.between(today.minusDays(LOOKED_BACK - 1L), today)));
    }
}
