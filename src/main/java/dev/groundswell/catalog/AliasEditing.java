package dev.groundswell.catalog;

import dev.groundswell.access.Audit;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;

/** What happens when a text gets a meaning, or loses it: new deals follow at once, those of the past in the background. */
@ApplicationScoped
class AliasEditing {

    private final Alias.Repository aliases;
    private final Reason.Repository reasons;
    private final MarketValue.Repository values;
    private final MarketEditing market;
    private final Taxonomy taxonomy;
    private final Audit audit;
    private final Clock clock;

    AliasEditing(
            Alias.Repository aliases,
            Reason.Repository reasons,
            MarketValue.Repository values,
            MarketEditing market,
            Taxonomy taxonomy,
            Audit audit,
            Clock clock) {
        this.aliases = aliases;
        this.reasons = reasons;
        this.values = values;
        this.market = market;
        this.taxonomy = taxonomy;
        this.audit = audit;
        this.clock = clock;
    }

    Alias create(AliasBodies.Create body) {
        taxonomy.lock();
        var alias = new Alias(body.dimension(), body.text().strip(), clock.instant());
        if (aliases.findByText(body.dimension(), alias.folded).isPresent()) {
            throw ProblemException.of(ProblemType.conflict, "There is an alias of this text already");
        }
        taxonomy.meaningsChanged();
        if (body.dimension() == AliasDimension.reason) {
            pointAtReason(alias, body);
        } else {
            pointAtMarket(alias, body);
        }
        aliases.persistAndFlush(alias);
        audit.tell("alias_created", String.valueOf(alias.id));
        return alias;
    }

    void delete(Alias alias) {
        taxonomy.meaningsChanged();
        aliases.delete(alias);
        aliases.flush();
        if (alias.dimension == AliasDimension.reason) {
            taxonomy.remap(alias.folded);
        } else {
            unmerge(alias);
        }
        audit.tell("alias_removed", String.valueOf(alias.id));
    }

    private void pointAtReason(Alias alias, AliasBodies.Create body) {
        if (body.target() == null && body.outcome() == null) {
            throw ProblemException.invalid("/target", "is needed where no outcome is given");
        }
        if (body.target() != null) {
            alias.reason = reasons.findByCode(body.target())
                    .orElseThrow(() -> ProblemException.invalid("/target", "is not a reason of this workspace"))
                    .id;
        }
        alias.outcome = body.outcome() == null ? null : body.outcome().name();
        taxonomy.remap(alias.folded);
    }

    /** The text is a value of its own that counts as the target: so that the past follows at once, there and back. */
    private void pointAtMarket(Alias alias, AliasBodies.Create body) {
        if (body.outcome() != null) {
            throw ProblemException.invalid("/outcome", "belongs to reasons only");
        }
        if (body.target() == null) {
            throw ProblemException.invalid("/target", "is needed");
        }
        var dimension = Dimension.valueOf(body.dimension().name());
        var target = values.findByKey(dimension, body.target())
                .orElseThrow(() -> ProblemException.invalid("/target", "names no " + dimension + " of this workspace"));
        alias.marketValue = target.id;
        var named = values.findByFolded(dimension, alias.folded).orElseGet(() -> market.add(dimension, alias.text));
        if (!Objects.equals(named.id, target.id)) {
            named.mergedInto = market.mergeTarget(named, "/target", target.key).id;
        }
    }

    private void unmerge(Alias alias) {
        values.findByFolded(Dimension.valueOf(alias.dimension.name()), alias.folded)
                .filter(added -> Objects.equals(added.mergedInto, alias.marketValue))
                .ifPresent(added -> added.mergedInto = null);
    }
}
