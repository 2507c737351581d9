package dev.groundswell.crm;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "DealImport",
        description = "A file of an export on its way through a connection's mapping, and how far it is",
        requiredProperties = {
            "id",
            "connection",
            "state",
            "dry_run",
            "as_of",
            "rows",
            "examined",
            "added",
            "known",
            "ignored",
            "rejected",
            "remarks",
            "created_at"
        })
record ImportView(
        @Schema(examples = "12") @Size(max = 20) String id,

        @Schema(description = "The id of its connection", examples = "7") @Size(max = 20)
        String connection,

        @Schema(description = "How far it has come") DealImport.State state,

        @Schema(description = "True where nothing is written, only counted")
        boolean dryRun,

        @Schema(description = "When the export was made: rows that tell no time of their own are of then")
        Instant asOf,

        @Schema(description = "Rows of the file", minimum = "0")
        long rows,

        @Schema(description = "Rows that were read", minimum = "0")
        long examined,

        @Schema(description = "Deals that were not known before", minimum = "0")
        long added,

        @Schema(description = "Rows of deals that were known", minimum = "0")
        long known,

        @Schema(description = "Rows that are not about deals", minimum = "0")
        long ignored,

        @Schema(description = "Rows that cannot be understood", minimum = "0")
        long rejected,

        @Schema(description = "What could not be used, and in how many rows") @Size(max = 50)
        List<Remark> remarks,

        Instant createdAt,

        @Schema(description = "When it was done; absent until then") @Nullable
        Instant finishedAt) {

    static ImportView of(DealImport job) {
        return new ImportView(
                String.valueOf(job.id),
                String.valueOf(job.connection),
                job.state,
                job.dryRun,
                job.asOf,
                job.total,
                job.examined,
                job.added,
                job.known,
                job.ignored,
                job.rejected,
                Setup.parse(job.remarks, new TypeReference<Map<String, Integer>>() {}).entrySet().stream()
                        .map(each -> new Remark(each.getKey(), each.getValue()))
                        .toList(),
                job.createdAt,
                job.finishedAt);
    }

    @Schema(
            name = "ImportRemark",
            description = "Something that could not be used",
            requiredProperties = {"text", "rows"})
    record Remark(
            @Schema(description = "What, and why", examples = "currency: is not a currency of ISO 4217, left out")
            @Size(max = 300)
            String text,

            @Schema(description = "In how many rows", minimum = "1")
            int rows) {}
}
