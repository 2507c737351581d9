package dev.groundswell.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Writes the audit trail, in the transaction of what it tells. */
@ApplicationScoped
public class Audit {

    private final AuditEntry.Repository entries;
    private final CurrentCaller caller;
    private final Clock clock;

    Audit(AuditEntry.Repository entries, CurrentCaller caller, Clock clock) {
        this.entries = entries;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Tells that the caller's role did this.
     *
     * @param action a word such as {@code reason_merged}
     * @param subject what it was done to: a code or an id, never a name or free text
     */
    public void tell(String action, String subject) {
        var role = caller.role();
        entries.persist(new AuditEntry(clock.instant(), role == null ? Role.admin : role, action, subject));
    }
}
