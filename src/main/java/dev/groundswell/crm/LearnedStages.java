package dev.groundswell.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.crm.mapping.FieldName;
import dev.groundswell.deal.State;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks a CRM what its own stages mean, once one turns up that nobody has explained. What an admin has said holds. */
@ApplicationScoped
class LearnedStages {

    private static final Duration BETWEEN_ASKING = Duration.ofMinutes(15);

    private final Connection.Repository connections;
    private final ConnectionEditing editing;
    private final Setups setups;
    private final Clock clock;
    private final Map<Long, Instant> asked = new ConcurrentHashMap<>();

    LearnedStages(Connection.Repository connections, ConnectionEditing editing, Setups setups, Clock clock) {
        this.connections = connections;
        this.editing = editing;
        this.setups = setups;
        this.clock = clock;
    }

    /** The connection, which knows the stages of the payload if the CRM does. */
    Setup learn(Setup setup, Fetcher fetcher, String token, JsonNode payload) throws Fetcher.FetchException {
        var now = clock.instant();
        var last = asked.getOrDefault(setup.id(), Instant.MIN);
        if (!hasUnknownStage(setup, payload) || last.isAfter(now.minus(BETWEEN_ASKING))) {
            return setup;
        }
        asked.put(setup.id(), now);
        var stages = fetcher.stages(setup.id(), token);
        return QuarkusTransaction.requiringNew().call(() -> {
            var connection = connections.findById(setup.id());
            if (connection == null) {
                // deleted meanwhile
                return setup;
            }
            Map<String, State> all = new LinkedHashMap<>(stages);
            all.putAll(ConnectionEditing.stages(connection));
            editing.restage(connection, all);
            connections.flush();
            return setups.byId(setup.id()).orElseThrow();
        });
    }

    private static boolean hasUnknownStage(Setup setup, JsonNode payload) {
        var reader = setup.reader(ZoneOffset.UTC);
        return setup.mapping().variants().stream()
                .flatMap(variant -> variant.fields().getOrDefault(FieldName.stage, List.of()).stream())
                .filter(pick -> pick.at() != null)
                .map(pick -> pick.at().follow(payload))
                .anyMatch(stage -> stage.isTextual() && reader.stateOf(stage.textValue()) == null);
    }
}
