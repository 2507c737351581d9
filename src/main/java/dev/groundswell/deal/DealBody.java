package dev.groundswell.deal;

import dev.groundswell.http.PlausibleDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "DealWrite", description = "A deal in any state")
class DealBody extends DealFields {

    @Schema(description = "What has become of it; until somebody tells, the deal is kept but not counted")
    @Nullable
    public State state;

    @Schema(
            description =
                    "When the source learned this: the newest word holds, whatever order it arrives in. Absent: now; the future: now",
            examples = "2026-11-20T08:30:00Z")
    @PlausibleDate
    @Nullable
    public OffsetDateTime sourceTime;
}
