package dev.groundswell.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is asked of this copy of the service within a minute before it answers 429. */
@ConfigMapping(prefix = "groundswell.limits")
interface LimitsConfig {

    /** Requests of one caller, over all of its keys, sessions and tokens. So many may also come at once. */
    @WithDefault("6000")
    int requests();

    /** Keys, sessions and invite codes from one address that are not valid. */
    @WithDefault("600")
    int guesses();
}
