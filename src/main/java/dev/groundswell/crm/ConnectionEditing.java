package dev.groundswell.crm;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.groundswell.access.Audit;
import dev.groundswell.access.HookTokens;
import dev.groundswell.crm.mapping.Mapping;
import dev.groundswell.crm.proof.Keys;
import dev.groundswell.crm.proof.Proof;
import dev.groundswell.deal.State;
import dev.groundswell.http.MergePatch;
import dev.groundswell.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes and changes connections, within a transaction; a change of a stage's meaning reaches the past, too. */
@ApplicationScoped
class ConnectionEditing {

    private final Connection.Repository connections;
    private final EntityManager database;
    private final HookTokens tokens;
    private final Setups setups;
    private final Kinds kinds;
    private final Audit audit;
    private final Clock clock;

    ConnectionEditing(
            Connection.Repository connections,
            EntityManager database,
            HookTokens tokens,
            Setups setups,
            Kinds kinds,
            Audit audit,
            Clock clock) {
        this.connections = connections;
        this.database = database;
        this.tokens = tokens;
        this.setups = setups;
        this.kinds = kinds;
        this.audit = audit;
        this.clock = clock;
    }

    /** A connection, and the token of its hook for this once. */
    record Made(Connection connection, String token) {}

    Made create(ConnectionBodies.Create body) {
        var kind = kinds.find(body.kind())
                .orElseThrow(() -> ProblemException.invalid("/kind", "is not a kind that listConnectionKinds lists"));
        var secrets = body.secrets() == null ? Map.<String, String>of() : body.secrets();
        check(kind, secrets, body.proofs());
        var token = tokens.make();
        var connection = new Connection(
                kind.key(), body.name().strip(), body.source(), token, setups.lock(secrets), clock.instant());
        connection.account = body.account();
        connection.currency = body.currency();
        connection.calledUrl = body.calledUrl();
        connection.mapping = body.mapping() == null ? null : Setup.write(body.mapping());
        connection.proofs = body.proofs() == null ? null : Setup.write(body.proofs());
        connection.stages = Setup.write(body.stages() == null ? Map.of() : body.stages());
        connections.persist(connection);
        audit.tell("connection_made", String.valueOf(connection.id));
        return new Made(connection, token.text());
    }

    void update(Connection connection, MergePatch<ConnectionBodies.Update> body) {
        var value = body.value();
        if (body.has("name")) {
            if (value.name() == null) {
                throw ProblemException.invalid("/name", "cannot be cleared");
            }
            connection.name = value.name().strip();
        }
        if (body.has("proofs")) {
            connection.proofs = value.proofs() == null ? null : Setup.write(value.proofs());
        }
        if (body.has("secrets") || body.has("proofs")) {
            var secrets = new HashMap<>(setups.secrets(connection.secrets));
            if (value.secrets() != null) {
                value.secrets().forEach((name, secret) -> secrets.compute(name, (same, before) -> secret));
            }
            var kind = kinds.get(connection.kind);
            check(kind, secrets, proofs(connection));
            connection.secrets = setups.lock(secrets);
            // another secret may belong to a sender that signs otherwise
            connection.strictest = 0;
        }
        if (body.has("account")) {
            connection.account = value.account();
        }
        if (body.has("currency")) {
            connection.currency = value.currency();
        }
        if (body.has("called_url")) {
            connection.calledUrl = value.calledUrl();
        }
        if (body.has("mapping")) {
            connection.mapping = value.mapping() == null ? null : Setup.write(value.mapping());
        }
        if (body.has("stages")) {
            restage(connection, value.stages() == null ? Map.of() : value.stages());
        }
        connections.flush();
        audit.tell("connection_changed", String.valueOf(connection.id));
    }

    /** A new token; the old one is no longer known. */
    String renewToken(Connection connection) {
        var token = tokens.make();
        connection.handle = token.handle();
        connection.hash = token.hash();
        connections.flush();
        audit.tell("connection_hook_renewed", String.valueOf(connection.id));
        return token.text();
    }

    void delete(Connection connection) {
        connections.delete(connection);
        audit.tell("connection_deleted", String.valueOf(connection.id));
    }

    static Map<String, State> stages(Connection connection) {
        return Setup.parse(connection.stages, new TypeReference<Map<String, State>>() {});
    }

    static @Nullable Mapping mapping(Connection connection) {
        return connection.mapping == null ? null : Setup.parse(connection.mapping, new TypeReference<Mapping>() {});
    }

    static @Nullable List<Proof> proofs(Connection connection) {
        return connection.proofs == null ? null : Setup.parse(connection.proofs, new TypeReference<List<Proof>>() {});
    }

    /** What stages mean now; the past is read again where that has changed. */
    void restage(Connection connection, Map<String, State> next) {
        var before = lowered(stages(connection));
        var after = lowered(next);
        var touched = new TreeSet<>(before.keySet());
        touched.addAll(after.keySet());
        touched.removeIf(stage -> Objects.equals(before.get(stage), after.get(stage)));
        connection.stages = Setup.write(next);
        for (var stage : touched) {
            database.createNativeQuery(
                            "insert into restage (workspace, connection, stage) values (:workspace, :id, :stage)")
                    .setParameter("workspace", connection.workspace)
                    .setParameter("id", connection.id)
                    .setParameter("stage", stage)
                    .executeUpdate();
        }
    }

    private static Map<String, State> lowered(Map<String, State> stages) {
        var lowered = new LinkedHashMap<String, State>();
        stages.forEach((stage, state) -> lowered.put(stage.strip().toLowerCase(Locale.ROOT), state));
        return lowered;
    }

    /** Refuses a connection that nobody could prove themselves to, or whose secrets cannot be read. */
    private static void check(Kind kind, Map<String, String> secrets, @Nullable List<Proof> own) {
        var proofs = own == null ? kind.proofs() : own;
        for (var needed : kind.secrets()) {
            var secret = secrets.get(needed.name());
            if (secret == null && needed.required() && own == null) {
                throw ProblemException.invalid("/secrets/" + needed.name(), "is needed: " + needed.description());
            }
            if (secret != null && needed.key() != null) {
                try {
                    Keys.bytes(secret, needed.key());
                } catch (IllegalArgumentException unreadable) {
                    throw ProblemException.invalid(
                            "/secrets/" + needed.name(), "is not written as it should be: " + needed.description());
                }
            }
        }
        if (own == null
                && !kind.atLeastOneOf().isEmpty()
                && kind.atLeastOneOf().stream().noneMatch(secrets::containsKey)) {
            throw ProblemException.invalid("/secrets", "needs one of " + String.join(", ", kind.atLeastOneOf()));
        }
        for (var name : secrets.keySet()) {
            boolean known = kind.secrets().stream()
                            .anyMatch(secret -> secret.name().equals(name))
                    || proofs.stream().anyMatch(proof -> name.equals(proof.secret()) || name.equals(proof.user()));
            if (!known) {
                throw ProblemException.invalid("/secrets/" + name, "is not a secret of this kind");
            }
        }
    }
}
