package dev.groundswell.trend;

import dev.groundswell.http.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Over which days, and in which steps. */
public class TrendQuery {

    static final int MOST_BUCKETS = 800;

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    @QueryParam("since")
    @Parameter(description = "First closing date, inclusive; absent: eleven months before the month of `until`")
    @Nullable
    public LocalDate since;

    @QueryParam("until")
    @Parameter(description = "Last closing date, inclusive; absent: today")
    @Nullable
    public LocalDate until;

    @QueryParam("interval")
    @Parameter(
            description = "How long a bucket is",
            schema = @Schema(implementation = Interval.class, defaultValue = "month"))
    @Nullable
    public Interval interval;

    /** Everything said or assumed. */
    record Span(LocalDate since, LocalDate until, Interval interval) {}

    Span span(LocalDate today) {
        var last = until == null ? today : until;
        var first = since == null ? last.withDayOfMonth(1).minusMonths(11) : since;
        var step = interval == null ? Interval.month : interval;
        refuse(first.isBefore(FIRST) || first.isAfter(LAST), "since", "must lie between 1990-01-01 and 2099-12-31");
        refuse(last.isBefore(FIRST) || last.isAfter(LAST), "until", "must lie between 1990-01-01 and 2099-12-31");
        refuse(first.isAfter(last), "since", "must not come after until");
        int buckets = 0;
        for (var start = step.startOf(first); !start.isAfter(last); start = step.next(start)) {
            buckets++;
            refuse(
                    buckets > MOST_BUCKETS,
                    "interval",
                    "makes more than " + MOST_BUCKETS + " buckets of this span; ask for a longer one");
        }
        return new Span(first, last, step);
    }

    private static void refuse(boolean wrong, String parameter, String detail) {
        if (wrong) {
            throw ProblemException.invalid("/query/" + parameter, detail);
        }
    }
}
