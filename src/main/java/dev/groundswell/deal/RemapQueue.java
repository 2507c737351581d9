package dev.groundswell.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The texts whose meaning changed, and how far their deals are mended. */
@ApplicationScoped
class RemapQueue {

    private final EntityManager database;
    private final Clock clock;

    RemapQueue(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A text to mend, and the last deal that was looked at. */
    record Job(long id, String folded, long afterDeal) {}

    Optional<Job> next(String workspace) {
        List<?> rows = database.createNativeQuery("""
                        select id, folded, after_deal from remap
                        where workspace = :workspace and finished_at is null order by id limit 1 for update""", Tuple.class)
                .setParameter("workspace", workspace)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Job(row.get(0, Long.class), row.get(1, String.class), row.get(2, Long.class)))
                .findFirst();
    }

    /** A batch that is not full was the last one. */
    void advance(String workspace, Job job, List<DealRow> examined, int changed, int batch) {
        boolean last = examined.size() < batch;
        long after = examined.isEmpty()
                ? job.afterDeal()
                : examined.stream()
                        .mapToLong(row -> Objects.requireNonNull(row.id()))
                        .max()
                        .orElseThrow();
        database.createNativeQuery("""
                        update remap set after_deal = :after, examined = examined + :examined, changed = changed + :changed,
                               finished_at = case when :last then cast(:now as timestamptz) end
                        where workspace = :workspace and id = :id""")
                .setParameter("after", after)
                .setParameter("examined", examined.size())
                .setParameter("changed", changed)
                .setParameter("last", last)
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter("workspace", workspace)
                .setParameter("id", job.id())
                .executeUpdate();
    }
}
