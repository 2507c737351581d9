package dev.groundswell.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One version of a workspace's catalog, in memory: what codes and raw texts mean, and what ids are called. */
public final class Glossary {

    private final long version;
    private final Map<Long, ReasonInfo> reasons;
    private final Map<String, ReasonInfo> reasonsByCode;
    private final Map<String, Meaning.Mapped> meanings = new HashMap<>();
    private final Map<Long, MarketInfo> market;
    private final Map<Term, MarketInfo> marketByKey = new HashMap<>();
    private final Map<Term, Long> marketByText = new HashMap<>();
    private final Set<String> sources;
    private final Rates rates;

    public Glossary(
            long version,
            Collection<ReasonInfo> reasons,
            Collection<MarketInfo> market,
            Collection<String> sources,
            Collection<AliasInfo> aliases) {
        this(version, reasons, market, sources, aliases, Rates.none());
    }

    Glossary(
            long version,
            Collection<ReasonInfo> reasons,
            Collection<MarketInfo> market,
            Collection<String> sources,
            Collection<AliasInfo> aliases,
            Rates rates) {
        this.version = version;
        this.sources = Set.copyOf(sources);
        this.rates = rates;
        this.reasons = index(reasons, ReasonInfo::id);
        this.reasonsByCode = index(reasons, ReasonInfo::code);
        this.market = index(market, MarketInfo::id);
        for (var reason : reasons) {
            meanings.put(Folding.fold(reason.label()), new Meaning.Mapped(reason.id(), null));
        }
        for (var reason : reasons) {
            meanings.put(Folding.fold(reason.code()), new Meaning.Mapped(reason.id(), null));
        }
        for (var value : market) {
            marketByKey.put(new Term(value.dimension(), value.key()), value);
            marketByText.put(new Term(value.dimension(), value.folded()), value.id());
        }
        for (var value : market) {
            // what it is called now, where it was renamed
            marketByText.putIfAbsent(new Term(value.dimension(), Folding.fold(value.label())), value.id());
        }
        aliases.forEach(this::add);
    }

    /** Aliases of market values are values that were merged, so that there is nothing to add for them. */
    private void add(AliasInfo alias) {
        if (alias.dimension() == null) {
            var target = alias.target() == null ? reasonByCode("unknown") : alias.target();
            if (target != null) {
                meanings.put(alias.folded(), new Meaning.Mapped(target, alias.outcome()));
            }
        }
    }

    /** Rises with each change of the catalog, so that whoever remembers an older one notices. */
    public long version() {
        return version;
    }

    public @Nullable Long reasonByCode(String code) {
        var reason = reasonsByCode.get(code);
        return reason == null ? null : reason.id();
    }

    /** By the workspace's alias, else by a reason's own code or label, else by the built-in aliases. */
    public Meaning meaningOf(String text) {
        var folded = Folding.fold(text);
        var own = meanings.get(folded);
        if (own != null) {
            return own;
        }
        var builtIn = BuiltIn.alias(folded);
        var reason = builtIn == null ? null : reasonByCode(builtIn.reason());
        return builtIn == null || reason == null
                ? new Meaning.Unmapped(folded)
                : new Meaning.Mapped(reason, builtIn.outcome());
    }

    /** By a name of its, now or when it was added, or by its key; null where the catalog does not know it yet. */
    public @Nullable Long marketValue(Dimension dimension, String text) {
        var byText = marketByText.get(new Term(dimension, Folding.fold(text)));
        if (byText != null) {
            return byText;
        }
        var byKey = marketByKey(dimension, text);
        return byKey == null ? null : byKey.id();
    }

    public @Nullable MarketInfo marketByKey(Dimension dimension, String key) {
        return marketByKey.get(new Term(dimension, key));
    }

    public boolean knowsSource(String key) {
        return sources.contains(key);
    }

    /** What amounts are worth in the currency that the workspace reports in. */
    public Rates rates() {
        return rates;
    }

    public Collection<ReasonInfo> reasons() {
        return reasons.values();
    }

    public Collection<MarketInfo> market(Dimension dimension) {
        return market.values().stream()
                .filter(value -> value.dimension() == dimension)
                .toList();
    }

    public ReasonInfo reason(long id) {
        return Objects.requireNonNull(reasons.get(id), "a reason that is used is never deleted");
    }

    public MarketInfo marketValue(long id) {
        return Objects.requireNonNull(market.get(id), "a market value that is used is never deleted");
    }

    /** The reason that this one was merged into, at the end of the chain; itself where it was not. */
    public long canonicalReason(long id) {
        return canonical(id, each -> reason(each).mergedInto());
    }

    /** The market value that this one was merged into, at the end of the chain; itself where it was not. */
    public long canonicalMarketValue(long id) {
        return canonical(id, each -> marketValue(each).mergedInto());
    }

    /** A market value and everything that was merged into it. */
    public List<Long> idsFoldedInto(long canonical) {
        return market.keySet().stream()
                .filter(id -> canonicalMarketValue(id) == canonical)
                .toList();
    }

    private static long canonical(long id, Function<Long, @Nullable Long> mergedInto) {
        long last = id;
        var seen = new HashSet<Long>();
        for (Long next = id; next != null && seen.add(next); next = mergedInto.apply(next)) {
            last = next;
        }
        return last;
    }

    private static <K, V> Map<K, V> index(Collection<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, Function.identity(), (a, b) -> b, LinkedHashMap::new));
    }
}
