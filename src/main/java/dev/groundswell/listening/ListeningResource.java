package dev.groundswell.listening;

import dev.groundswell.access.Permission;
import dev.groundswell.access.Zones;
import dev.groundswell.http.ProblemException;
import dev.groundswell.release.Answer;
import dev.groundswell.release.Concerns;
import dev.groundswell.release.SurfacedConcern;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How well leadership listens. */
@Path("/v1/listening")
@Tag(name = "Listening")
class ListeningResource {

    private final Concerns concerns;
    private final AnsweredSignals signals;
    private final Zones zones;

    ListeningResource(Concerns concerns, AnsweredSignals signals, Zones zones) {
        this.concerns = concerns;
        this.signals = signals;
        this.zones = zones;
    }

    @Schema(
            name = "Listening",
            description = "How well leadership listens, in counts: leadership as a whole, never one leader",
            requiredProperties = {
                "since",
                "raised",
                "answered",
                "standing",
                "acted",
                "conceded",
                "disputes",
                "thanked",
                "signals"
            })
    record View(
            @Schema(description = "What has surfaced or was opened since this day is looked at")
            LocalDate since,

            @Schema(description = "Concerns that have surfaced", examples = "12", minimum = "0")
            long raised,

            @Schema(description = "Those of them that were answered, in time or late", examples = "9", minimum = "0")
            long answered,

            @Schema(
                    description =
                            "Answered, of those that were answered or are overdue; absent where there are none. What is still within its "
                                    + SurfacedConcern.DUE_DAYS + " days counts for neither",
                    examples = "0.9",
                    minimum = "0",
                    maximum = "1")
            @Nullable
            Double answeredShare,

            @Schema(description = "Nobody has answered in time: the field's word stands", examples = "1", minimum = "0")
            long standing,

            @Schema(description = "Days from the surfacing to the first answer", examples = "4", minimum = "0")
            @Nullable
            Double medianDaysToAnswer,

            @Schema(description = "Something was changed; the latest decision counts", examples = "4", minimum = "0")
            long acted,

            @Schema(description = "\"We were wrong\"; the latest decision counts", examples = "3", minimum = "0")
            long conceded,

            @Schema(description = "How disputes ended") Disputes disputes,

            @Schema(
                    description =
                            "Conceded, acted upon or left standing, of all that is decided or overdue: leaders who listen are wrong about half of the time",
                    examples = "0.6",
                    minimum = "0",
                    maximum = "1")
            @Nullable
            Double fieldRightShare,

            @Schema(description = "Concerns of which an answer says thanks", examples = "8", minimum = "0")
            long thanked,

            @Schema(description = "What became of signals in the same time")
            SignalsHeard signals) {

        static View of(LocalDate since, Listening listening, SignalsHeard signals) {
            return new View(
                    since,
                    listening.raised(),
                    listening.answered(),
                    listening.answeredShare(),
                    listening.standing(),
                    listening.medianDaysToAnswer(),
                    listening.decided(Answer.Kind.acted),
                    listening.decided(Answer.Kind.conceded),
                    new Disputes(
                            listening.everDisputed(),
                            listening.disputesThatTheFieldWon(),
                            listening.decided(Answer.Kind.disputed)),
                    listening.fieldRightShare(),
                    listening.thanked(),
                    signals);
        }
    }

    @Schema(
            name = "SignalsHeard",
            description = "How leadership answers what the market says",
            requiredProperties = {"opened", "answered", "overdue"})
    record SignalsHeard(
            @Schema(description = "Signals that were opened", examples = "4", minimum = "0")
            long opened,

            @Schema(description = "Those of them that were answered", examples = "3", minimum = "0")
            long answered,

            @Schema(description = "Still open, and nobody has answered in time", examples = "1", minimum = "0")
            long overdue) {

        static SignalsHeard of(List<Answered> signals, LocalDate today) {
            return new SignalsHeard(
                    signals.size(),
                    signals.stream()
                            .filter(signal -> !signal.answers().isEmpty())
                            .count(),
                    signals.stream().filter(signal -> signal.isOverdue(today)).count());
        }
    }

    @Schema(
            name = "Disputes",
            description = "How disputes ended",
            requiredProperties = {"ever", "field_was_right", "open"})
    record Disputes(
            @Schema(description = "Concerns that were ever disputed", examples = "3", minimum = "0")
            long ever,

            @Schema(description = "Conceded later, or acted upon all the same", examples = "2", minimum = "0")
            long fieldWasRight,

            @Schema(description = "Still disputed", examples = "1", minimum = "0")
            long open) {}

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_RELEASES)
    @Operation(
            operationId = "getListening",
            summary = "Read how well leadership listens",
            description = "Leadership as a whole is measured, no leader and no rep. Everybody reads the same.")
    public View listening(
            @QueryParam("since")
                    @Parameter(description = "What surfaced on this day or later; absent: a year ago")
                    @Nullable
                    LocalDate since) {
        var today = zones.today();
        var first = since == null ? today.minusYears(1) : since;
        if (first.isAfter(today)) {
            throw ProblemException.invalid("/query/since", "must not come after today");
        }
        return View.of(
                first,
                new Listening(concerns.countedSince(first), today),
                SignalsHeard.of(signals.openedSince(first), today));
    }
}
