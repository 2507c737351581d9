package dev.groundswell.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import java.security.SecureRandom;
import java.time.Clock;

/** Makes a workspace and its first way in: an admin's invite. */
@ApplicationScoped
public class Onboarding {

    private final CurrentWorkspace current;
    private final Workspace.Repository workspaces;
    private final Invite.Repository invites;
    private final Keys making;
    private final Event<WorkspaceCreated> created;
    private final AccessConfig config;
    private final Clock clock;

    Onboarding(
            CurrentWorkspace current,
            Workspace.Repository workspaces,
            Invite.Repository invites,
            Keys making,
            Event<WorkspaceCreated> created,
            AccessConfig config,
            Clock clock) {
        this.current = current;
        this.workspaces = workspaces;
        this.invites = invites;
        this.making = making;
        this.created = created;
        this.config = config;
        this.clock = clock;
    }

    /** The code with which the first admin joins; it is shown this once. */
    @ActivateRequestContext
    public String createWorkspace(String name) {
        var id = Credential.makeWorkspaceId(new SecureRandom());
        current.enter(id);
        return QuarkusTransaction.requiringNew().call(() -> {
            var now = clock.instant();
            workspaces.persist(new Workspace(id, name, now));
            workspaces.flush();
            created.fire(new WorkspaceCreated(id));
            var code = making.makeInviteCode();
            invites.persist(new Invite(Role.admin, code, now, now.plus(config.inviteLifetime())));
            return code.text();
        });
    }
}
