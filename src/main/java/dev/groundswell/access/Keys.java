package dev.groundswell.access;

import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Makes and revokes keys. A key's text exists in the answer that makes it, and nowhere else. */
@ApplicationScoped
class Keys {

    private final ApiKey.Repository keys;
    private final Member.Repository members;
    private final CurrentWorkspace workspace;
    private final AccessConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Keys(
            ApiKey.Repository keys,
            Member.Repository members,
            CurrentWorkspace workspace,
            AccessConfig config,
            Clock clock) {
        this.keys = keys;
        this.members = members;
        this.workspace = workspace;
        this.config = config;
        this.clock = clock;
    }

    /** A stored key, and its text for this once. */
    record Made(ApiKey key, String text) {}

    Made make(Member member, Collection<String> scopes, @Nullable Instant expiresAt) {
        members.hold(member.id);
        if (keys.liveOf(member.id, clock.instant()).size() >= ApiKey.LIVE_AT_A_TIME) {
            throw ProblemException.of(
                    ProblemType.conflict, "Two keys are live already; revoke one before you make another");
        }
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw ProblemException.invalid("/expires_at", "must be in the future");
        }
        var credential = Credential.make(Credential.Kind.key, config.keyEnv(), workspace.id(), random);
        var key = new ApiKey(member, credential, scopes.toArray(String[]::new), today(), expiresAt);
        keys.persist(key);
        return new Made(key, credential.text());
    }

    void revoke(ApiKey key) {
        if (key.revokedAt == null) {
            key.revokedAt = clock.instant();
        }
    }

    /** Also the one that its holder is making just now. */
    void revokeAllOf(Member member) {
        members.hold(member.id);
        keys.liveOf(member.id, clock.instant()).forEach(this::revoke);
    }

    Credential makeInviteCode() {
        return Credential.make(Credential.Kind.invite, config.keyEnv(), workspace.id(), random);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
