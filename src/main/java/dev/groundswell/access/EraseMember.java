package dev.groundswell.access;

import dev.groundswell.http.Principals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

/** Deletes a member with their keys, and what is kept of their requests. */
@ApplicationScoped
class EraseMember {

    private final Member.Repository members;
    private final ApiKey.Repository keys;
    private final Principals principals;
    private final CurrentWorkspace workspace;
    private final EntityManager database;

    EraseMember(
            Member.Repository members,
            ApiKey.Repository keys,
            Principals principals,
            CurrentWorkspace workspace,
            EntityManager database) {
        this.members = members;
        this.keys = keys;
        this.principals = principals;
        this.workspace = workspace;
        this.database = database;
    }

    void erase(@Observes PersonErased person) {
        var member = person.member();
        if (member == null) {
            return;
        }
        // before their keys, as whoever revokes those does
        members.hold(member);
        person.removed().add("keys", keys.delete("member.id", member));
        person.removed().add("members", members.delete("id", member));
        for (var principal : principals.of(member)) {
            database.createNativeQuery(
                            "delete from idempotency where workspace = :workspace and principal = :principal")
                    .setParameter("workspace", workspace.id())
                    .setParameter("principal", principal)
                    .executeUpdate();
        }
    }
}
