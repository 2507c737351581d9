package dev.groundswell.deal;

import dev.groundswell.access.CurrentWorkspace;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a source does not tell. */
@ApplicationScoped
public class Gaps {

    /** Of lost deals what trends would need, and of all deals whether anybody has told what became of them. */
    private static final String MISSING = """
            with gap as (
                select case when d.state is null then 'state' end as a,
                       case when d.state = 'lost' and not d.closed_on_told then 'closed_on' end as b,
                       case when d.state = 'lost' and d.value_amount is null and d.told #>> '{crm,amount,v}' is not null
                            then 'currency' end as c,
                       case when d.state = 'lost' and d.value_amount is null and d.told #>> '{crm,amount,v}' is null
                            then 'amount' end as e,
                       case when d.state = 'lost' and d.reasons = '[]' then 'reason' end as f,
                       coalesce((d.told #>> '{crm,state,t}')::bigint, (d.told #>> '{crm,stage,t}')::bigint) as t
                from deal d where d.workspace = ? and d.source = ?)
            select field, count(*), min(t) from gap, unnest(array[a, b, c, e, f]) as field
            where field is not null group by field order by field""";

    private static final String STAGES = """
            select d.told #>> '{crm,stage,v}' as stage, count(*), min((d.told #>> '{crm,stage,t}')::bigint)
            from deal d
            where d.workspace = ? and d.source = ? and d.state is null and d.told #>> '{crm,stage,v}' is not null
            group by 1 order by 2 desc, 1 limit 200""";

    private final AgroalDataSource database;
    private final CurrentWorkspace workspace;

    Gaps(AgroalDataSource database, CurrentWorkspace workspace) {
        this.database = database;
        this.workspace = workspace;
    }

    /**
     * Something that is missing.
     *
     * @param name a field, or a stage
     * @param since when the source told of the first such deal; null where it told no time
     */
    public record Gap(String name, long deals, @Nullable Instant since) {}

    /** The fields that are missing, of how many deals. */
    public List<Gap> fields(String source) throws SQLException {
        return read(MISSING, source);
    }

    /** The raw stages of which nobody has said what they mean, the most frequent first. */
    public List<Gap> stages(String source) throws SQLException {
        return read(STAGES, source);
    }

    private List<Gap> read(String query, String source) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, workspace.id());
            statement.setString(2, source);
            var gaps = new ArrayList<Gap>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    long since = row.getLong(3);
                    gaps.add(new Gap(
                            row.getString(1),
                            row.getLong(2),
                            row.wasNull() ? null : Instant.EPOCH.plus(since, ChronoUnit.MICROS)));
                }
            }
            return gaps;
        }
    }
}
