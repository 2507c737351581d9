package dev.groundswell.access;

import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The workspace that this request, or this piece of background work, is about. */
@RequestScoped
public class CurrentWorkspace {

    private final SecurityIdentity identity;
    private @Nullable String id;

    CurrentWorkspace(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The workspace's id; a request that proves none is not authenticated. */
    public String id() {
        var known = idOrNull();
        if (known == null) {
            throw ProblemException.of(ProblemType.unauthenticated);
        }
        return known;
    }

    /** Null where nobody has proved or entered a workspace. */
    @Nullable
    String idOrNull() {
        if (id == null && identity.getAttribute(Member.ATTRIBUTE) instanceof Member.Identity member) {
            id = member.workspace();
        }
        return id;
    }

    /** For credentials that are proved by what follows, and for background work. Never for the caller's own choice. */
    void enter(String workspace) {
        this.id = workspace;
    }
}
