package dev.groundswell.access;

import dev.groundswell.http.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whoever makes this request: the workspace and the member that the credential has proved. */
@RequestScoped
public class CurrentCaller implements Caller {

    private final CurrentWorkspace workspace;
    private final Secret secret;
    private final SecurityIdentity identity;

    CurrentCaller(CurrentWorkspace workspace, Secret secret, SecurityIdentity identity) {
        this.workspace = workspace;
        this.secret = secret;
        this.identity = identity;
    }

    @Override
    public String workspace() {
        return workspace.id();
    }

    @Override
    public long member() {
        var member = memberOrNull();
        return member == null ? 0 : member.id();
    }

    /** The caller's role, or null for somebody who is about to become a member. */
    public @Nullable Role role() {
        var member = memberOrNull();
        return member == null ? null : member.role();
    }

    /** By what they came in: whoever is a member came in by something. */
    Entry entry() {
        return Objects.requireNonNull(identity.<Entry>getAttribute(Entry.ATTRIBUTE));
    }

    @Override
    public byte[] seal(String purpose, byte[] data) {
        return secret.seal(workspace.id(), purpose, data);
    }

    private Member.@Nullable Identity memberOrNull() {
        return identity.getAttribute(Member.ATTRIBUTE);
    }
}
