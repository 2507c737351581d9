package dev.groundswell.trend.rollup;

import dev.groundswell.access.CurrentWorkspace;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Tells how far a workspace's first counting is, within the caller's transaction. */
@ApplicationScoped
public class FirstCounting {

    private static final String PROGRESS = "select begun_at, deals, counted from rollup_fill where workspace = ?";

    private final AgroalDataSource database;
    private final CurrentWorkspace workspace;

    FirstCounting(AgroalDataSource database, CurrentWorkspace workspace) {
        this.database = database;
        this.workspace = workspace;
    }

    /**
     * A first counting that is under way.
     *
     * @param deals the closed deals that there were when it began
     * @param counted how many are counted; deals that came meanwhile among them
     */
    public record Progress(Instant begunAt, long deals, long counted) {}

    /** Empty where none is under way. */
    public Optional<Progress> progress() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(PROGRESS)) {
            statement.setString(1, workspace.id());
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Progress(
                                row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2), row.getLong(3)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
