package dev.groundswell.field;

import dev.groundswell.access.Headcount;
import dev.groundswell.access.Permission;
import dev.groundswell.access.Zones;
import dev.groundswell.release.ReleaseReader;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says who sees what, when, and among how many. The same for everybody. */
@Path("/v1/safety")
@Tag(name = "Safety")
class SafetyResource {

    private static final int PERIODS_SHOWN = 12;
    private static final int READERS_SHOWN = 40;

    private final Promise.Repository promises;
    private final SealedPeriod.Repository periods;
    private final ReleaseReader.Log readers;
    private final Headcount headcount;
    private final Zones zones;

    SafetyResource(
            Promise.Repository promises,
            SealedPeriod.Repository periods,
            ReleaseReader.Log readers,
            Headcount headcount,
            Zones zones) {
        this.promises = promises;
        this.periods = periods;
        this.readers = readers;
        this.headcount = headcount;
        this.zones = zones;
    }

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_RELEASES)
    @Operation(
            operationId = "getSafety",
            summary = "Read who sees what of what is said in confidence",
            description = "In plain words and in the numbers of today, the same for reps, leaders and admins.")
    public SafetyView safety() {
        var today = zones.today();
        var promise = promises.on(today);
        long reps = headcount.reps();
        var words = new SafetyWords(promise, reps);
        return new SafetyView(
                SafetyView.TermsView.of(promise),
                promises.all().stream().map(SafetyView.TermsView::of).toList(),
                reps,
                Coverage.of(reps, promise.k),
                SafetyView.Sealable.of(promise.period.of(today)),
                periods.released(PERIODS_SHOWN).stream()
                        .map(SafetyView.Released::of)
                        .toList(),
                readers.latest(READERS_SHOWN).stream()
                        .map(SafetyView.Reader::of)
                        .toList(),
                headcount.joinedSince(today.withDayOfMonth(1).minusMonths(11)).entrySet().stream()
                        .map(SafetyView.Joined::of)
                        .toList(),
                words.promises(),
                words.limits());
    }
}
