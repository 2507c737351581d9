package dev.groundswell.deal;

import dev.groundswell.http.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Over which days. */
public class DaysQuery {

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

    /** Both inclusive. */
    public record Days(LocalDate since, LocalDate until) {}

    /** What was said, or is assumed; days that no calendar of ours has are refused. */
    public Days days(LocalDate today) {
        var last = until == null ? today : until;
        var first = since == null ? last.withDayOfMonth(1).minusMonths(11) : since;
        refuse(first.isBefore(FIRST) || first.isAfter(LAST), "since", "must lie between 1990-01-01 and 2099-12-31");
        refuse(last.isBefore(FIRST) || last.isAfter(LAST), "until", "must lie between 1990-01-01 and 2099-12-31");
        refuse(first.isAfter(last), "since", "must not come after until");
        return new Days(first, last);
    }

    static void refuse(boolean wrong, String parameter, String detail) {
        if (wrong) {
            throw ProblemException.invalid("/query/" + parameter, detail);
        }
    }
}
