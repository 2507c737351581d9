package dev.groundswell.crm;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.HookTokens;
import dev.groundswell.access.OneTrip;
import dev.groundswell.access.Vault;
import dev.groundswell.crm.mapping.Mapping;
import dev.groundswell.crm.proof.Proof;
import dev.groundswell.deal.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Connections as they work, remembered by their hook. What is remembered may be stale: whoever uses it names the revision
 * to the store, or asks again before refusing anybody.
 */
@ApplicationScoped
class Setups {

    private static final String COLUMNS =
            "select id, revision, kind, source, account, currency, called_url, hash, secrets, mapping, proofs, stages, strictest "
                    + "from connection where workspace = ? and ";

    private static final String BY_HANDLE = "select set_config('app.workspace', ?, true); " + COLUMNS + "handle = ?";
    private static final String BY_ID = "select set_config('app.workspace', ?, true); " + COLUMNS + "id = ?";
    private static final int MOST = 10_000;

    private final OneTrip trip;
    private final CurrentWorkspace workspace;
    private final Vault vault;
    private final Kinds kinds;
    private final Map<String, Setup> remembered = new ConcurrentHashMap<>();

    Setups(OneTrip trip, CurrentWorkspace workspace, Vault vault, Kinds kinds) {
        this.trip = trip;
        this.workspace = workspace;
        this.vault = vault;
        this.kinds = kinds;
    }

    /** The connection behind a hook; empty where there is none, or the token does not prove it. */
    Optional<Setup> find(HookTokens.Token token) throws SQLException {
        var known = remembered.get(token.workspace() + token.handle());
        return known == null ? reload(token) : Optional.of(known).filter(setup -> token.proves(setup.hash()));
    }

    /** As it is in the store now. */
    Optional<Setup> reload(HookTokens.Token token) throws SQLException {
        var key = token.workspace() + token.handle();
        var found = read(BY_HANDLE, statement -> statement.setString(3, token.handle()));
        if (found.isEmpty()) {
            remembered.remove(key);
            return found;
        }
        if (remembered.size() >= MOST) {
            remembered.clear();
        }
        remembered.put(key, found.get());
        return found.filter(setup -> token.proves(setup.hash()));
    }

    /** By its id, as it is in the store now. */
    Optional<Setup> byId(long id) throws SQLException {
        return read(BY_ID, statement -> statement.setLong(3, id));
    }

    private Optional<Setup> read(String query, OneTrip.Binding binding) throws SQLException {
        return trip.ask(
                workspace.id(),
                query,
                statement -> {
                    statement.setString(2, workspace.id());
                    binding.bind(statement);
                },
                statement -> {
                    try (var row = statement.getResultSet()) {
                        return row.next() ? Optional.of(setup(row)) : Optional.empty();
                    }
                });
    }

    private Setup setup(ResultSet row) throws SQLException {
        var kind = kinds.get(row.getString("kind"));
        var mapping = row.getString("mapping");
        var proofs = row.getString("proofs");
        return new Setup(
                row.getLong("id"),
                row.getInt("revision"),
                kind,
                kinds.adapter(kind.key()),
                row.getString("source"),
                row.getString("account"),
                row.getString("currency"),
                row.getString("called_url"),
                row.getBytes("hash"),
                secrets(row.getBytes("secrets")),
                mapping == null ? kind.mapping() : Setup.parse(mapping, new TypeReference<Mapping>() {}),
                proofs == null ? kind.proofs() : Setup.parse(proofs, new TypeReference<List<Proof>>() {}),
                Setup.parse(row.getString("stages"), new TypeReference<Map<String, State>>() {}),
                row.getInt("strictest"));
    }

    Map<String, String> secrets(byte[] locked) {
        var json = new String(vault.unlock("connection", locked), StandardCharsets.UTF_8);
        return Setup.parse(json, new TypeReference<Map<String, String>>() {});
    }

    byte[] lock(Map<String, String> secrets) {
        return vault.lock("connection", Setup.write(secrets).getBytes(StandardCharsets.UTF_8));
    }
}
