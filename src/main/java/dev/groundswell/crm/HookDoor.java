package dev.groundswell.crm;

import dev.groundswell.access.HookTokens;
import dev.groundswell.crm.proof.HookRequest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Optional;

/** Lets deliveries in: proved first, kept second, answered last. */
@ApplicationScoped
class HookDoor {

    private final HookTokens tokens;
    private final Setups setups;
    private final Inbox inbox;
    private final Refusals refusals;
    private final MeterRegistry metrics;

    HookDoor(HookTokens tokens, Setups setups, Inbox inbox, Refusals refusals, MeterRegistry metrics) {
        this.tokens = tokens;
        this.setups = setups;
        this.inbox = inbox;
        this.refusals = refusals;
        this.metrics = metrics;
    }

    /** A counter that begins at 1 is no rise to Prometheus. */
    void start(@Observes StartupEvent starting, Kinds kinds) {
        for (var kind : kinds.all()) {
            counted(kind, "taken");
            counted(kind, "refused");
        }
    }

    /** Makes the request of it as this connection's CRM has called it. */
    interface AsCalled {
        HookRequest by(Setup setup);
    }

    /** The connection behind the token; empty where there is none. */
    Optional<Setup> enter(String token) throws SQLException {
        var parsed = tokens.parse(token);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        tokens.enter(parsed.get());
        return setups.find(parsed.get());
    }

    /** What to answer; empty where there is no such hook. */
    Optional<Kind.Answer> receive(String token, AsCalled called) throws SQLException {
        var known = enter(token);
        if (known.isPresent() && known.get().isProved(called.by(known.get())) && keep(known.get(), called)) {
            return known.map(setup -> setup.kind().accepted());
        }
        // perhaps it was changed by another copy of the service
        var fresh = tokens.parse(token).isEmpty()
                ? Optional.<Setup>empty()
                : setups.reload(tokens.parse(token).get());
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        var setup = fresh.get();
        if (!setup.isProved(called.by(setup))) {
            counted(setup.kind(), "refused").increment();
            refusals.count(setup);
            return Optional.of(setup.kind().refused());
        }
        return keep(setup, called) ? Optional.of(setup.kind().accepted()) : Optional.empty();
    }

    /** Proves without keeping anything, for vendors that try a URL out. */
    Optional<Kind.Answer> shakeHands(String token, AsCalled called) throws SQLException {
        return enter(token).map(setup -> {
            boolean signed = setup.strength(called.by(setup)) > 0;
            boolean claims = called.by(setup).headers().keySet().stream().anyMatch(name -> name.contains("signature"));
            return claims && !signed && !setup.isProved(called.by(setup))
                    ? setup.kind().refused()
                    : setup.kind().accepted();
        });
    }

    private boolean keep(Setup setup, AsCalled called) throws SQLException {
        var request = called.by(setup);
        int strength = setup.strength(request);
        if (strength > setup.strictest()) {
            refusals.remember(setup, strength);
        }
        boolean kept = inbox.keep(setup, request);
        if (kept) {
            counted(setup.kind(), "taken").increment();
        }
        return kept;
    }

    private Counter counted(Kind kind, String outcome) {
        return metrics.counter("groundswell.hooks", "kind", kind.key(), "outcome", outcome);
    }
}
