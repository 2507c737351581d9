package dev.groundswell.crm.hubspot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where HubSpot is asked. */
@ConfigMapping(prefix = "groundswell.hubspot")
interface HubSpotConfig {

    /** Another one for tests, and for proxies that all traffic has to pass. */
    @WithDefault("https://api.hubapi.com")
    URI apiUrl();
}
