package dev.groundswell.catalog;

import dev.groundswell.access.CurrentWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;

/** How far the deals of the past are mended after a text's meaning changed. */
@ApplicationScoped
class RemapProgress {

    private final EntityManager database;
    private final CurrentWorkspace workspace;

    RemapProgress(EntityManager database, CurrentWorkspace workspace) {
        this.database = database;
        this.workspace = workspace;
    }

    /** Deals looked at and changed, and whether none is left. */
    record Progress(boolean finished, long examined, long changed) {}

    Progress of(String folded) {
        List<?> rows = database.createNativeQuery("""
                        select finished_at is not null as finished, examined, changed from remap
                        where workspace = :workspace and folded = :folded order by id desc limit 1""", Tuple.class)
                .setParameter("workspace", workspace.id())
                .setParameter("folded", folded)
                .getResultList();
        return rows.isEmpty() ? new Progress(true, 0, 0) : progress((Tuple) rows.get(0));
    }

    private static Progress progress(Tuple row) {
        return new Progress(row.get(0, Boolean.class), row.get(1, Long.class), row.get(2, Long.class));
    }
}
