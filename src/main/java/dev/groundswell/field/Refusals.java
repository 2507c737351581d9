package dev.groundswell.field;

import dev.groundswell.disclosure.Seal;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Notes what an audit refused: that is a fault of ours, and nobody was told anything. */
@ApplicationScoped
class Refusals {

    private static final String REFUSED = "groundswell.seal.refused";

    private final MeterRegistry metrics;

    Refusals(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** A counter that begins at 1 is no rise to Prometheus. */
    void start(@Observes StartupEvent starting) {
        metrics.counter(REFUSED);
    }

    void note(Seal seal) {
        if (seal instanceof Seal.Refused refused) {
            metrics.counter(REFUSED).increment();
            Log.errorf("A seal was not published, because its audit failed: %s", refused.findings());
        }
    }
}
