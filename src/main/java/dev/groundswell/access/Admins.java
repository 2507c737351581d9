package dev.groundswell.access;

import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;

/** Sees to it that a workspace has somebody who can administer it. */
@ApplicationScoped
class Admins {

    private final Member.Repository members;
    private final ApiKey.Repository keys;
    private final Clock clock;

    Admins(Member.Repository members, ApiKey.Repository keys, Clock clock) {
        this.members = members;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws ProblemException where this is the last admin who has a way in */
    void requireWithout(Member member) {
        if (member.role == Role.admin && !remainWithout(member.id)) {
            throw ProblemException.of(ProblemType.conflict, "Nobody else could administer the workspace");
        }
    }

    /** True where another admin has a way in. They are held, so that two do not go at once because of each other. */
    private boolean remainWithout(long member) {
        var now = clock.instant();
        var admins = members.find("role = ?1 order by id", Role.admin)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        return admins.stream()
                .anyMatch(admin -> admin.id != member
                        && (admin.subject != null || !keys.liveOf(admin.id, now).isEmpty()));
    }
}
