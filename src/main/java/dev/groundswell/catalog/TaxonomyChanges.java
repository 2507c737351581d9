package dev.groundswell.catalog;

import dev.groundswell.access.CurrentWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How the taxonomy came to be what it is, within the caller's transaction. */
@ApplicationScoped
public class TaxonomyChanges {

    private final EntityManager database;
    private final CurrentWorkspace workspace;

    TaxonomyChanges(EntityManager database, CurrentWorkspace workspace) {
        this.database = database;
        this.workspace = workspace;
    }

    /** Codes that were added at this time or later: before, nobody could have chosen them. */
    public Set<String> addedSince(Instant time) {
        List<?> codes = database.createNativeQuery(
                        "select code from taxonomy_change where workspace = :workspace and change = 'added' and at >= :time",
                        String.class)
                .setParameter("workspace", workspace.id())
                .setParameter("time", time.atOffset(ZoneOffset.UTC))
                .getResultList();
        return codes.stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet());
    }
}
