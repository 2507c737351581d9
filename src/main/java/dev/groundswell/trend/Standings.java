package dev.groundswell.trend;

import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.OneTrip;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells, for the price of a look-up by key, whether an answer would be the same again, and what there is to know before it is
 * made.
 */
@ApplicationScoped
class Standings {

    /** In one trip. Whatever changes an answer changes one of these, or waits as a mark that is not taken up yet. */
    private static final String STANDING = """
            select set_config('app.workspace', ?, true);
            select w.zone, w.catalog_version, concat_ws(' ', w.taxonomy_version, w.revision,
                (select string_agg(s.key || ':' || s.revision, ' ' order by s.key) from source s where s.workspace = w.workspace)),
                (select r.state || ' ' || r.version from rollup r where r.workspace = w.workspace),
                exists (select from dirty_day m where m.workspace = w.workspace),
                (select max(v.id) from release v where v.workspace = w.workspace)
            from workspace w where w.workspace = ?""";

    private final OneTrip trip;
    private final CurrentWorkspace workspace;
    private final Clock clock;
    private final String service;

    Standings(
            OneTrip trip,
            CurrentWorkspace workspace,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "") String service) {
        this.trip = trip;
        this.workspace = workspace;
        this.clock = clock;
        this.service = service;
    }

    /** How the caller's workspace stands now. */
    Standing now() {
        try {
            return trip.ask(
                    workspace.id(), STANDING, statement -> statement.setString(2, workspace.id()), statement -> {
                        try (var row = statement.getResultSet()) {
                            row.next();
                            return standing(row);
                        }
                    });
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Standing standing(ResultSet row) throws SQLException {
        var zone = ZoneId.of(row.getString(1));
        var catalog = row.getLong(2);
        var counts = Optional.ofNullable(row.getString(4));
        boolean changing = row.getBoolean(5);
        long release = row.getLong(6);
        var others = row.getString(3) + " " + release;
        return new Standing(
                zone,
                LocalDate.ofInstant(clock.instant(), zone),
                catalog,
                counts.filter(each -> each.startsWith("ready ")).isPresent(),
                release > 0,
                counts.filter(each -> !changing).map(each -> service + "\n" + each + " " + catalog + " " + others));
    }
}
