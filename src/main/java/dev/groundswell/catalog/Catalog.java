package dev.groundswell.catalog;

import dev.groundswell.access.CurrentWorkspace;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The caller's workspace's catalog. Writers of deals take the remembered version, and let the database check that it is
 * still the current one; readers ask for the current one.
 */
@ApplicationScoped
public class Catalog {

    private static final int MOST_REMEMBERED = 1_000;

    private final CurrentWorkspace workspace;
    private final CatalogTable table;
    private final Map<String, Glossary> remembered = new ConcurrentHashMap<>();

    Catalog(CurrentWorkspace workspace, CatalogTable table) {
        this.workspace = workspace;
        this.table = table;
    }

    /** The version that this copy of the service has read last; it may be stale. */
    public Glossary glossary() {
        var known = remembered.get(workspace.id());
        return known == null ? reload() : known;
    }

    /** The version that holds now, read anew only where it has changed; for those who only read. */
    public Glossary current() {
        return QuarkusTransaction.joiningExisting().call(() -> {
            var known = remembered.get(workspace.id());
            return known != null && known.version() == table.version(workspace.id())
                    ? known
                    : remember(table.read(workspace.id()));
        });
    }

    /** This version, or the one that holds by now where this one is not remembered; for those who only read. */
    public Glossary at(long version) {
        var known = remembered.get(workspace.id());
        return known != null && known.version() == version ? known : current();
    }

    /** The version that a running transaction sees, which may have changed it itself: nothing is remembered. */
    public Glossary seen() {
        var known = remembered.get(workspace.id());
        return known != null && known.version() == table.version(workspace.id()) ? known : table.read(workspace.id());
    }

    /** Reads it anew. What a running transaction may have written is not remembered: it may yet be undone. */
    public Glossary reload() {
        if (QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
            return remember(QuarkusTransaction.requiringNew().call(() -> table.read(workspace.id())));
        }
        return table.read(workspace.id());
    }

    private Glossary remember(Glossary read) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        // a slow reader must not put an older version in place of a newer one
        remembered.merge(workspace.id(), read, (known, fresh) -> fresh.version() >= known.version() ? fresh : known);
        return read;
    }

    /** Adds what is not there yet, under keys of its own making, and reads the catalog anew. */
    public Glossary learn(Collection<Term> terms, Collection<String> sources) {
        QuarkusTransaction.joiningExisting().run(() -> table.add(workspace.id(), terms, sources));
        return reload();
    }
}
