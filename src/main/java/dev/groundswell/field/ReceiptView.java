package dev.groundswell.field;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was promised for what was said. It holds nothing of it, and no id: a receipt that is found proves nothing. */
@Schema(
        name = "FieldReceipt",
        description =
                "What is promised for what you said. Your reports are listed for you alone under `/v1/field_reports/mine`",
        requiredProperties = {"state", "period", "k", "sealed_on"})
record ReceiptView(
        FateView.State state,

        @Schema(description = "With whatever is told in it yours is counted", examples = "2026-Q4") @Size(max = 20)
        String period,

        @Schema(
                description = "It leaves only among so many people, you included, or never",
                examples = "5",
                minimum = "3")
        int k,

        @Schema(description = "Until the day before you can take it back", examples = "2027-01-08")
        LocalDate sealedOn) {

    static ReceiptView of(Period period, int k) {
        return new ReceiptView(FateView.State.waiting, period.name(), k, period.sealedOn());
    }
}
