package dev.groundswell.demo;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that what the first pages and calls show is there; where no demo is wanted, that is at once. */
@Readiness
class DemoReady implements HealthCheck {

    private final DemoConfig config;

    DemoReady(DemoConfig config) {
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.builder()
                .name("Demo")
                .status(config.folder().map(DemoFolder::isComplete).orElse(true))
                .build();
    }
}
