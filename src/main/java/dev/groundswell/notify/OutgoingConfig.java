package dev.groundswell.notify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the service may send to. */
@ConfigMapping(prefix = "groundswell.outgoing")
interface OutgoingConfig {

    /** Receivers may be in the service's own network and speak http, on whatever port: for trying things out. */
    @WithDefault("false")
    boolean allowPrivate();
}
