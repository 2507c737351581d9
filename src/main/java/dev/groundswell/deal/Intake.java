package dev.groundswell.deal;

import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.catalog.Catalog;
import dev.groundswell.catalog.Glossary;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The one door through which deals come in, from whatever source. Changes fold per deal by source time: told in any
 * order, any number of times, they lead to the same deal.
 *
 * <p>A deal that is new goes in by one trip to the database. What is there already is locked, folded and written.
 */
@ApplicationScoped
public class Intake {

    private final CurrentWorkspace workspace;
    private final Catalog catalog;
    private final Vocabulary vocabulary;
    private final DealTable table;
    private final Clock clock;

    Intake(CurrentWorkspace workspace, Catalog catalog, Vocabulary vocabulary, DealTable table, Clock clock) {
        this.workspace = workspace;
        this.catalog = catalog;
        this.vocabulary = vocabulary;
        this.table = table;
        this.clock = clock;
    }

    /** Hears these changes, the same deal's in their order; answers what became of each. */
    public List<Written> hear(List<DealChange> changes) {
        return hear(changes, false);
    }

    /** The same for what is no news: what an import tells, or a new reading of what was told before. No signal rests on it. */
    public List<Written> hearAnew(List<DealChange> changes) {
        return hear(changes, true);
    }

    private List<Written> hear(List<DealChange> changes, boolean retold) {
        if (changes.isEmpty()) {
            return List.of();
        }
        var glossary = vocabulary.learn(changes);
        var written = new Written[changes.size()];
        var waiting = new ArrayList<Integer>();
        insertNew(changes, retold, glossary, written, waiting);
        if (!waiting.isEmpty()) {
            QuarkusTransaction.joiningExisting().run(() -> fold(changes, retold, waiting, written, known -> {}));
            rememberWhatHolds(glossary, written);
        }
        return Arrays.asList(written);
    }

    /** Hears one change, unless {@code guard} throws at the sight of the deal as it is. */
    Written hear(DealChange change, Consumer<DealRow> guard) {
        vocabulary.learn(List.of(change));
        var written = new Written[1];
        QuarkusTransaction.joiningExisting().run(() -> fold(List.of(change), false, List.of(0), written, guard));
        return written[0];
    }

    private void insertNew(
            List<DealChange> changes, boolean retold, Glossary glossary, Written[] written, List<Integer> waiting) {
        var first = new LinkedHashMap<DealTable.Key, DealRow>();
        for (var change : changes) {
            first.computeIfAbsent(key(change), key -> DealRow.of(change, glossary, retold));
        }
        Map<DealTable.Key, Long> inserted;
        try {
            inserted = table.insertNew(workspace.id(), glossary.version(), List.copyOf(first.values()));
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
        var seen = new HashSet<DealTable.Key>();
        for (int i = 0; i < changes.size(); i++) {
            var key = key(changes.get(i));
            var id = inserted.get(key);
            if (id != null && seen.add(key)) {
                written[i] = new Written(id, Objects.requireNonNull(first.get(key)), true, glossary);
            } else {
                waiting.add(i);
            }
        }
    }

    /** A copy of the service that only writes would never learn that the catalog it remembers is an old one. */
    private void rememberWhatHolds(Glossary used, Written[] written) {
        boolean stale = Arrays.stream(written).anyMatch(each -> each.glossary().version() != used.version());
        if (stale && QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
            catalog.current();
        }
    }

    /** Within a transaction: nobody changes these deals, or what texts mean, until it ends. */
    private void fold(
            List<DealChange> changes, boolean retold, List<Integer> which, Written[] written, Consumer<DealRow> guard) {
        try {
            table.shareCatalog(workspace.id());
            var glossary = catalog.seen();
            var keys = which.stream().map(i -> key(changes.get(i))).distinct().toList();
            var locked = table.lock(workspace.id(), keys);
            var rows = new HashMap<>(locked);
            var changed = new LinkedHashMap<DealTable.Key, DealRow>();
            var now = DealChange.micros(clock.instant());
            for (int i : which) {
                var key = key(changes.get(i));
                var row = Objects.requireNonNull(rows.get(key));
                guard.accept(row);
                var after = row.hear(changes.get(i), glossary, retold, now);
                if (!after.equals(row)) {
                    rows.put(key, after);
                    changed.put(key, after);
                }
                written[i] = new Written(Objects.requireNonNull(after.id()), after, row.revision() == 0, glossary);
            }
            var before = changed.keySet().stream().map(locked::get).toList();
            table.update(workspace.id(), before, changed.values());
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
    }

    private static DealTable.Key key(DealChange change) {
        return new DealTable.Key(change.source(), change.externalId());
    }
}
