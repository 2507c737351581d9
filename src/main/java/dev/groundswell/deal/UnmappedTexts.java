package dev.groundswell.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts raw reason texts, within the caller's transaction. */
@ApplicationScoped
class UnmappedTexts {

    private final EntityManager database;

    UnmappedTexts(EntityManager database) {
        this.database = database;
    }

    /**
     * A text that no alias knows.
     *
     * @param text one of its spellings
     * @param deals how many lost deals say it
     * @param primary of how many it is the primary reason
     */
    record Row(
            String folded,
            String text,
            long deals,
            long primary,
            @Nullable LocalDate lastClosedOn) {}

    /** The most frequent first, from behind the given one on. */
    List<Row> most(String workspace, long maxDeals, String afterFolded, int limit) {
        List<?> rows = database.createNativeQuery("""
                        select r.reason ->> 'folded' as folded, min(r.reason ->> 'text') as text,
                               count(distinct d.id) as deals,
                               count(distinct d.id) filter (where r.place = 1) as primary,
                               max(d.closed_on) as last_closed_on
                        from deal d, jsonb_array_elements(d.reasons) with ordinality as r(reason, place)
                        where d.workspace = :workspace and d.state = 'lost' and d.unmapped_texts <> '{}'
                          and r.reason ->> 'reason' is null and r.reason ->> 'folded' is not null
                        group by 1
                        having count(distinct d.id) < :max
                            or (count(distinct d.id) = :max and r.reason ->> 'folded' > :after)
                        order by 3 desc, 1
                        limit :limit""", Tuple.class)
                .setParameter("workspace", workspace)
                .setParameter("max", maxDeals)
                .setParameter("after", afterFolded)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Row(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, Long.class),
                        row.get(3, Long.class),
                        row.get(4, LocalDate.class)))
                .toList();
    }

    /** Lost deals that say a text, and those of which it is the primary reason. */
    record Saying(long deals, long primary) {}

    Saying saying(String workspace, String folded) {
        var row = (Tuple) database.createNativeQuery("""
                        select count(*), count(*) filter (where reasons -> 0 ->> 'folded' = :folded)
                        from deal
                        where workspace = :workspace and state = 'lost' and reason_texts @> array[cast(:folded as text)]""", Tuple.class)
                .setParameter("workspace", workspace)
                .setParameter("folded", folded)
                .getSingleResult();
        return new Saying(row.get(0, Long.class), row.get(1, Long.class));
    }
}
