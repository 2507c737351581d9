package dev.groundswell.crm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How CRMs reach the service, and how long what they send is kept. */
@ConfigMapping(prefix = "groundswell")
interface CrmConfig {

    /**
     * The scheme and host by which CRMs call, such as {@code https://groundswell.example.com}: signatures cover it, so it is
     * never taken from the request. Absent: {@code http://localhost} and the port.
     */
    Optional<URI> publicUrl();

    @WithName("deliveries.kept")
    @WithDefault("7D")
    Duration deliveriesKept();

    @WithName("deliveries.dead-kept")
    @WithDefault("30D")
    Duration deadKept();

    @WithName("deliveries.events-kept")
    @WithDefault("14D")
    Duration eventsKept();
}
