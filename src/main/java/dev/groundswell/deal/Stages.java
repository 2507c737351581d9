package dev.groundswell.deal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.Zones;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads deals again whose raw stage gets another meaning. */
@ApplicationScoped
public class Stages {

    private static final String SAYING = """
            select to_jsonb(d) from deal d
            where d.workspace = ? and d.source = ? and d.id > ? and lower(d.told #>> '{crm,stage,v}') = ?
            order by d.id limit ?""";

    private final AgroalDataSource database;
    private final CurrentWorkspace workspace;
    private final Zones zones;
    private final Intake intake;

    Stages(AgroalDataSource database, CurrentWorkspace workspace, Zones zones, Intake intake) {
        this.database = database;
        this.workspace = workspace;
        this.zones = zones;
        this.intake = intake;
    }

    /**
     * The next deals, by id, of which the source told this stage last: they are now in this state, as of then. What was told
     * of the state later holds.
     *
     * @param stage in lower case
     * @param state null where nobody knows what the stage means
     * @return the id of the last deal that was read; null where there was none
     */
    public @Nullable Long readAgain(String source, String stage, @Nullable State state, long afterDeal, int limit)
            throws SQLException {
        Long last = null;
        var changes = new ArrayList<DealChange>();
        for (var row : saying(source, stage, afterDeal, limit)) {
            last = row.id();
            changes.add(change(row, state));
        }
        intake.hearAnew(changes);
        return last;
    }

    private DealChange change(DealRow row, @Nullable State state) {
        var stage = row.told().said(Origin.crm, Field.stage);
        var before = row.told().said(Origin.crm, Field.state);
        long time = stage == null ? 0 : stage.t();
        long tie = before != null && before.t() == time ? before.n() + 1 : stage == null ? 0 : stage.n();
        JsonNode value = state == null ? NullNode.getInstance() : TextNode.valueOf(state.name());
        return DealChange.at(
                Instant.EPOCH.plus(time, ChronoUnit.MICROS),
                zones.current(),
                row.source(),
                row.externalId(),
                Origin.crm,
                Map.of(Field.state, value),
                tie);
    }

    private List<DealRow> saying(String source, String stage, long afterDeal, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SAYING)) {
            statement.setString(1, workspace.id());
            statement.setString(2, source);
            statement.setLong(3, afterDeal);
            statement.setString(4, stage);
            statement.setInt(5, limit);
            var rows = new ArrayList<DealRow>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(TellingJson.readRow(row.getString(1)));
                }
            }
            return rows;
        }
    }
}
