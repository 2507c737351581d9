package dev.groundswell.access;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.RequestScoped;

/** The second wall: Hibernate adds the workspace to every entity it reads or writes. */
@RequestScoped
@PersistenceUnitExtension
class TenantWall implements TenantResolver {

    /** No workspace has this id, so outside of one nothing is found. */
    private static final String NOWHERE = "";

    private final CurrentWorkspace workspace;

    TenantWall(CurrentWorkspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String getDefaultTenantId() {
        return NOWHERE;
    }

    @Override
    public String resolveTenantId() {
        if (!Arc.container().requestContext().isActive()) {
            return NOWHERE;
        }
        var id = workspace.idOrNull();
        return id == null ? NOWHERE : id;
    }
}
