package dev.groundswell.deal;

import dev.groundswell.access.CurrentWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Answers a batch that was written before: nothing is written, each deal is looked up as it is now. */
@ApplicationScoped
class BatchAgain {

    private final DealFinder finder;
    private final CurrentWorkspace workspace;

    BatchAgain(DealFinder finder, CurrentWorkspace workspace) {
        this.finder = finder;
        this.workspace = workspace;
    }

    List<BatchResource.Result> answer(List<BatchReader.Item> items) {
        return items.stream().map(this::answer).toList();
    }

    private BatchResource.Result answer(BatchReader.Item item) {
        var change = item.change();
        if (change == null) {
            return item.refusal();
        }
        return finder.find(workspace.id(), change.source(), change.externalId())
                .map(deal -> new BatchResource.Result(item.index(), 200, String.valueOf(deal.id()), null))
                .orElseThrow();
    }
}
