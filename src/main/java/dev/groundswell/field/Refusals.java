package dev.groundswell.field;

import dev.groundswell.disclosure.Seal;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;

/** Notes what an audit refused: that is a fault of ours, and nobody was told anything. */
@ApplicationScoped
class Refusals {

    private final MeterRegistry metrics;

    Refusals(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void note(Seal seal) {
        if (seal instanceof Seal.Refused refused) {
            metrics.counter("groundswell.seal.refused").increment();
            Log.errorf("A seal was not published, because its audit failed: %s", refused.findings());
        }
    }
}
