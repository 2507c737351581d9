package dev.groundswell.trend.rollup;

import dev.groundswell.access.CurrentWorkspace;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** How far the counting of a workspace is, within the caller's transaction. */
@ApplicationScoped
public class Counts {

    private static final String PROGRESS = """
            select coalesce(r.state, 'raw'), f.begun_at, f.deals, f.counted
            from workspace w
            left join rollup r on r.workspace = w.workspace
            left join rollup_fill f on f.workspace = w.workspace
            where w.workspace = ?""";

    private final AgroalDataSource database;
    private final CurrentWorkspace workspace;

    Counts(AgroalDataSource database, CurrentWorkspace workspace) {
        this.database = database;
        this.workspace = workspace;
    }

    /**
     * How far the counting is.
     *
     * @param ready true where trends are read from counts
     * @param first the first counting, while it lasts
     */
    public record Progress(boolean ready, @Nullable First first) {}

    /**
     * A first counting that is under way.
     *
     * @param deals the closed deals that there were when it began
     * @param counted how many are counted; deals that came meanwhile among them
     */
    public record First(Instant begunAt, long deals, long counted) {}

    public Progress progress() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(PROGRESS)) {
            statement.setString(1, workspace.id());
            try (var row = statement.executeQuery()) {
                return row.next() ? progress(row) : new Progress(false, null);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Progress progress(ResultSet row) throws SQLException {
        var begun = row.getObject(2, OffsetDateTime.class);
        return new Progress(
                RollupStore.State.valueOf(row.getString(1)) == RollupStore.State.ready,
                begun == null ? null : new First(begun.toInstant(), row.getLong(3), row.getLong(4)));
    }
}
