package dev.groundswell.access;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What somebody is in a workspace. Reps read everything that leaders read")
public enum Role {
    rep(Set.of(
            Permission.WRITE_DEALS,
            Permission.READ_DEALS,
            Permission.READ_TRENDS,
            Permission.READ_CATALOG,
            Permission.READ_WORKSPACE,
            Permission.READ_RELEASES,
            Permission.SPEAK,
            Permission.OWN_KEYS)),
    leader(Set.of(
            Permission.READ_DEALS,
            Permission.READ_TRENDS,
            Permission.READ_CATALOG,
            Permission.READ_WORKSPACE,
            Permission.READ_RELEASES,
            Permission.ANSWER_FIELD,
            Permission.OWN_KEYS)),
    admin(Set.of(
            Permission.READ_DEALS,
            Permission.READ_TRENDS,
            Permission.READ_CATALOG,
            Permission.MANAGE_CATALOG,
            Permission.READ_WORKSPACE,
            Permission.READ_RELEASES,
            Permission.MANAGE_ACCESS,
            Permission.MANAGE_CONNECTIONS,
            Permission.MANAGE_SUBSCRIPTIONS,
            Permission.OWN_KEYS)),
    integration(
            Set.of(Permission.WRITE_DEALS, Permission.READ_DEALS, Permission.READ_CATALOG, Permission.READ_WORKSPACE));

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<String> permissions;

    Role(Set<String> permissions) {
        this.permissions = permissions;
    }

    public Set<String> permissions() {
        return permissions;
    }

    /** A person joins by invite or token and has keys of their own; an integration is made by an admin. */
    boolean isPerson() {
        return this != integration;
    }
}
