package dev.groundswell.field;

import dev.groundswell.release.Given;
import dev.groundswell.release.ResponseView;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of what the caller said. The note, the prices and the deal are not in it: a stranger at the screen learns little. */
@Schema(
        name = "FieldReport",
        description = "What became of something that you said. Only you ever see it",
        requiredProperties = {"id", "state", "period", "week", "k", "reasons", "responses"})
record FateView(
        @Schema(examples = "5f0c9b1e-8a43-4be0-9f3e-2a9a0f8f7c11") @Size(max = 36)
        String id,

        State state,

        @Schema(description = "The period in which you told it", examples = "2026-Q4") @Size(max = 20)
        String period,

        @Schema(description = "The Monday of the week in which you told it; nothing more precise is kept")
        LocalDate week,

        @Schema(description = "What was promised: it leaves only among so many people", examples = "5", minimum = "3")
        int k,

        @Schema(description = "The codes of your reasons, the primary one first") @Size(max = 5)
        List<String> reasons,

        @Schema(description = "While it waits: it can be taken back until the day before") @Nullable
        LocalDate sealedOn,

        @Schema(description = "The release that it was counted in", examples = "3") @Size(max = 20) @Nullable
        String release,

        @Schema(description = "What leadership answered to that release") @Size(max = 1000)
        List<ResponseView> responses) {

    /** What can become of it. */
    @Schema(
            name = "FieldReportState",
            description =
                    "`waiting` for its period to be sealed; `carried_over`, because too few people spoke, into the next one; `released` among others; "
                            + "`discarded` unpublished after four periods of too few")
    enum State {
        waiting,
        carried_over,
        released,
        discarded
    }

    static FateView of(FieldReport report, Account account, boolean wasCarried, List<Given> answers) {
        boolean waits = report.state == FieldReport.State.waiting;
        return new FateView(
                report.id.toString(),
                waits
                        ? wasCarried ? State.carried_over : State.waiting
                        : report.state == FieldReport.State.released ? State.released : State.discarded,
                report.period().name(),
                report.week,
                report.k,
                account.reasons().stream().map(Account.Reason::code).toList(),
                waits && !wasCarried ? report.period().sealedOn() : null,
                report.release == null ? null : String.valueOf(report.release),
                answers.stream().map(ResponseView::of).toList());
    }
}
