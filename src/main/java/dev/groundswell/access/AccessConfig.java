package dev.groundswell.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How callers are let in. */
@ConfigMapping(prefix = "groundswell")
interface AccessConfig {

    /**
     * At least 32 random characters. Keyed hashes (cursors, owners' pseudonyms, token subjects) are made with it: who has
     * it and the database can undo pseudonyms; who loses it cannot match old ones any more.
     */
    Optional<String> secret();

    /** Stands in the text of every key, so that a key of one environment is refused in another. */
    @WithDefault("live")
    String keyEnv();

    /** Sets the time; it then ticks on. For trying out seals and retention, with the embedded database only. */
    Optional<Instant> clock();

    /** How long an invite can be accepted. */
    @WithDefault("14D")
    Duration inviteLifetime();

    /** How long a browser stays signed in; a session that is used is renewed by the pages before it ends. */
    @WithDefault("30D")
    Duration sessionLifetime();

    /** The database is the coordinator of a Citus cluster: workers are told each transaction's workspace, too. */
    @WithDefault("false")
    boolean citus();

    Oidc oidc();

    /** Bearer tokens of an OpenID Connect provider. */
    interface Oidc {

        /** The claim that holds the workspace's id. */
        @WithDefault("groundswell_workspace")
        String workspaceClaim();

        /** Roles in the token that mean ours, such as {@code groundswell-rep}: this prefix, then our role. */
        @WithDefault("groundswell-")
        String rolePrefix();
    }
}
