package dev.groundswell.catalog;

import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.WorkspaceCreated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;

/** The versions of a workspace's taxonomy: each change makes the next one, and says what it was. */
@ApplicationScoped
class Taxonomy {

    /** What made a version out of the one before. */
    enum Change {
        started,
        added,
        renamed,
        moved,
        merged,
        archived,
        restored,
        removed
    }

    private final EntityManager database;
    private final Reason.Repository reasons;
    private final CurrentWorkspace workspace;
    private final Clock clock;

    Taxonomy(EntityManager database, Reason.Repository reasons, CurrentWorkspace workspace, Clock clock) {
        this.database = database;
        this.reasons = reasons;
        this.workspace = workspace;
        this.clock = clock;
    }

    void start(@Observes WorkspaceCreated created) {
        for (var reason : BuiltIn.reasons()) {
            reasons.persist(new Reason(reason.code(), reason.label(), reason.group(), null));
        }
        note(1, Change.started, "");
    }

    int version() {
        return (Integer) database.createNativeQuery(
                        "select taxonomy_version from workspace where workspace = :workspace", Integer.class)
                .setParameter("workspace", workspace.id())
                .getSingleResult();
    }

    /** The next version; within the transaction of the change. */
    void changed(Change change, String code) {
        var version = (Integer) database.createNativeQuery(
                        "update workspace set taxonomy_version = taxonomy_version + 1 where workspace = :workspace returning taxonomy_version",
                        Integer.class)
                .setParameter("workspace", workspace.id())
                .getSingleResult();
        note(version, change, code);
    }

    /**
     * One editor at a time, and no deal on its way in: what is checked after this still holds when it is acted upon.
     * Deal writes hold the shared form of this lock.
     */
    void lock() {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:workspace, 0))", Object.class)
                .setParameter("workspace", workspace.id())
                .getSingleResult();
    }

    /**
     * Texts mean something else from now on. Deal writes hold the shared form of this lock and check the version, so that
     * none of them slips through with what the text meant before.
     */
    void meaningsChanged() {
        lock();
        glossaryChanged();
    }

    /** Labels or merges changed: whoever reads shall notice. */
    void glossaryChanged() {
        database.createNativeQuery(
                        "update workspace set catalog_version = catalog_version + 1 where workspace = :workspace")
                .setParameter("workspace", workspace.id())
                .executeUpdate();
    }

    /** Every deal that said this text is read again, by a worker. */
    void remap(String folded) {
        database.createNativeQuery(
                        "insert into remap (workspace, folded, created_at) values (:workspace, :folded, :now)")
                .setParameter("workspace", workspace.id())
                .setParameter("folded", folded)
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private void note(int version, Change change, String code) {
        database.createNativeQuery(
                        "insert into taxonomy_change (workspace, version, at, change, code) values (:workspace, :version, :now, :change, :code)")
                .setParameter("workspace", workspace.id())
                .setParameter("version", version)
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter("change", change.name())
                .setParameter("code", code)
                .executeUpdate();
    }
}
