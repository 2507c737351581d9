package dev.groundswell.access;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/** How many people there are, and when they joined: never who. Within the caller's transaction. */
@ApplicationScoped
public class Headcount {

    private final Member.Repository members;

    Headcount(Member.Repository members) {
        this.members = members;
    }

    public long reps() {
        return members.count("role", Role.rep);
    }

    /** Reps who joined, by month, from this day on: many at once may be one person in many guises. */
    public Map<YearMonth, Long> joinedSince(LocalDate day) {
        var joined = new TreeMap<YearMonth, Long>();
        members.find("role = ?1 and joinedOn >= ?2", Sort.by("joinedOn"), Role.rep, day).stream()
                .forEach(member -> joined.merge(YearMonth.from(member.joinedOn), 1L, Long::sum));
        return joined;
    }
}
