package dev.groundswell.catalog;

import dev.groundswell.access.Audit;
import dev.groundswell.http.MergePatch;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.HashSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of the taxonomy: codes never change, one level of children, no circles, nothing that is used goes. */
@ApplicationScoped
class ReasonEditing {

    private final Reason.Repository reasons;
    private final Alias.Repository aliases;
    private final Taxonomy taxonomy;
    private final Instance<Usage> usages;
    private final Audit audit;

    ReasonEditing(
            Reason.Repository reasons,
            Alias.Repository aliases,
            Taxonomy taxonomy,
            Instance<Usage> usages,
            Audit audit) {
        this.reasons = reasons;
        this.aliases = aliases;
        this.taxonomy = taxonomy;
        this.usages = usages;
        this.audit = audit;
    }

    Reason create(ReasonBodies.Create body) {
        taxonomy.lock();
        if (reasons.findByCode(body.code()).isPresent()) {
            throw ProblemException.of(ProblemType.conflict, "There is a reason of this code already");
        }
        var parent = body.parent() == null ? null : parent(body.parent()).id;
        var reason = new Reason(body.code(), body.label().strip(), body.group(), parent);
        taxonomy.meaningsChanged();
        reasons.persistAndFlush(reason);
        settle(Taxonomy.Change.added, reason);
        // raw texts that say the new reason's own name have waited for it
        taxonomy.remap(Folding.fold(reason.label));
        taxonomy.remap(Folding.fold(reason.code));
        return reason;
    }

    void update(Reason reason, MergePatch<ReasonBodies.Update> body) {
        taxonomy.lock();
        var change = body.value();
        if (body.has("label")) {
            // texts that say the old name mean it no longer, and texts that say the new one do
            taxonomy.remap(Folding.fold(reason.label));
            taxonomy.remap(Folding.fold(required("/label", change.label())));
            reason.label = required("/label", change.label()).strip();
            taxonomy.meaningsChanged();
            settle(Taxonomy.Change.renamed, reason);
        }
        if (body.has("group")) {
            reason.group = required("/group", change.group());
            settle(Taxonomy.Change.moved, reason);
        }
        if (body.has("parent")) {
            reason.parent = change.parent() == null ? null : parentFor(reason, change.parent()).id;
            settle(Taxonomy.Change.moved, reason);
        }
        if (body.has("archived")) {
            reason.archived = required("/archived", change.archived());
            settle(reason.archived ? Taxonomy.Change.archived : Taxonomy.Change.restored, reason);
        }
        if (body.has("merged_into")) {
            reason.mergedInto = change.mergedInto() == null ? null : mergeTarget(reason, change.mergedInto()).id;
            settle(reason.mergedInto == null ? Taxonomy.Change.restored : Taxonomy.Change.merged, reason);
        }
        taxonomy.glossaryChanged();
        reasons.flush();
    }

    void delete(Reason reason) {
        taxonomy.lock();
        boolean builtIn =
                BuiltIn.reasons().stream().anyMatch(each -> each.code().equals(reason.code));
        boolean named = reasons.count("parent = ?1 or mergedInto = ?1", reason.id) > 0
                || aliases.count("reason", reason.id) > 0;
        if (builtIn || named || usages.stream().anyMatch(usage -> usage.usesReason(reason.id))) {
            throw ProblemException.of(
                    ProblemType.conflict,
                    "A reason that is built in or used is never deleted; archive it, or merge it");
        }
        taxonomy.meaningsChanged();
        reasons.delete(reason);
        reasons.flush();
        settle(Taxonomy.Change.removed, reason);
    }

    private void settle(Taxonomy.Change change, Reason reason) {
        taxonomy.changed(change, reason.code);
        audit.tell("reason_" + change, reason.code);
    }

    private Reason parent(String code) {
        var parent = find("/parent", code);
        if (parent.parent != null) {
            throw ProblemException.invalid("/parent", "is a child itself: there is one level of children");
        }
        return parent;
    }

    private Reason parentFor(Reason reason, String code) {
        var parent = parent(code);
        if (Objects.equals(parent.id, reason.id)) {
            throw ProblemException.invalid("/parent", "cannot be the reason itself");
        }
        if (reasons.count("parent", reason.id) > 0) {
            throw ProblemException.invalid("/parent", "cannot be set: this reason has children of its own");
        }
        return parent;
    }

    private Reason mergeTarget(Reason reason, String code) {
        var target = find("/merged_into", code);
        var seen = new HashSet<Long>();
        for (@Nullable Reason next = target; next != null && seen.add(next.id); ) {
            if (Objects.equals(next.id, reason.id)) {
                throw ProblemException.invalid("/merged_into", "would lead back to the reason itself");
            }
            next = next.mergedInto == null ? null : reasons.findById(next.mergedInto);
        }
        return target;
    }

    private Reason find(String pointer, String code) {
        return reasons.findByCode(code)
                .orElseThrow(() -> ProblemException.invalid(pointer, "is not a reason of this workspace"));
    }

    private static <T> T required(String pointer, @Nullable T value) {
        if (value == null) {
            throw ProblemException.invalid(pointer, "cannot be cleared");
        }
        return value;
    }
}
