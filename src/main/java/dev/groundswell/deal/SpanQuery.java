package dev.groundswell.deal;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Over which days, and in which steps. */
public class SpanQuery extends DaysQuery {

    public static final int MOST_BUCKETS = 800;

    @QueryParam("interval")
    @Parameter(description = "How long a bucket is; absent: `month`", schema = @Schema(implementation = Interval.class))
    @Nullable
    public Interval interval;

    /** Everything said or assumed. */
    public record Span(LocalDate since, LocalDate until, Interval interval) {}

    /** What was said, or is assumed; more buckets than anybody reads are refused. */
    public Span span(LocalDate today) {
        var days = days(today);
        var step = interval == null ? Interval.month : interval;
        int buckets = 0;
        for (var start = step.startOf(days.since()); !start.isAfter(days.until()); start = step.next(start)) {
            buckets++;
            refuse(
                    buckets > MOST_BUCKETS,
                    "interval",
                    "makes more than " + MOST_BUCKETS + " buckets of this span; ask for a longer one");
        }
        return new Span(days.since(), days.until(), step);
    }
}
