package dev.groundswell.deal;

import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.catalog.Dimension;
import dev.groundswell.catalog.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Tells the catalog what deals use. */
@ApplicationScoped
class DealUsage implements Usage {

    private final EntityManager database;
    private final CurrentWorkspace workspace;

    DealUsage(EntityManager database, CurrentWorkspace workspace) {
        this.database = database;
        this.workspace = workspace;
    }

    @Override
    public boolean usesReason(long id) {
        return exists("reasons @> jsonb_build_array(jsonb_build_object('reason', cast(:id as bigint)))", id);
    }

    @Override
    public boolean usesMarketValue(Dimension dimension, long id) {
        return switch (dimension) {
            case product -> exists("product = :id", id);
            case segment -> exists("segment = :id", id);
            case region -> exists("region = :id", id);
            case competitor -> exists("competitors @> array[cast(:id as bigint)]", id);
        };
    }

    private boolean exists(String condition, long id) {
        return (Boolean) database.createNativeQuery(
                        "select exists (select from deal where workspace = :workspace and " + condition + ")",
                        Boolean.class)
                .setParameter("workspace", workspace.id())
                .setParameter("id", id)
                .getSingleResult();
    }
}
