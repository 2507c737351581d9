package dev.groundswell.crm;

import dev.groundswell.crm.mapping.Reading;
import dev.groundswell.deal.DealChange;
import dev.groundswell.deal.Written;
import java.util.List;
import java.util.Set;

/**
 * A delivery that was read, and what of it is news.
 *
 * @param repeated those whose event another delivery has told before
 * @param changes of the readings that tell something new, in their order
 */
record Understood(
        Deliveries.Delivery delivery,
        Setup setup,
        List<Reading> readings,
        Set<Reading> repeated,
        List<DealChange> changes) {

    Deliveries.State state() {
        if (readings.stream().anyMatch(Reading.Refused.class::isInstance)) {
            return Deliveries.State.dead;
        }
        return readings.stream().allMatch(Reading.Ignored.class::isInstance)
                ? Deliveries.State.ignored
                : Deliveries.State.processed;
    }

    /**
     * What became of each item.
     *
     * @param written what became of each change
     */
    List<ItemView> items(List<Written> written) {
        var next = written.iterator();
        return readings.stream()
                .map(reading -> reading instanceof Reading.Told told && !repeated.contains(told)
                        ? folded(told, next.next())
                        : notFolded(reading))
                .toList();
    }

    private static ItemView folded(Reading.Told told, Written written) {
        return new ItemView(
                ItemView.Result.folded,
                told.variant(),
                String.valueOf(written.id()),
                null,
                null,
                told.remarks().isEmpty() ? null : told.remarks());
    }

    private static ItemView notFolded(Reading reading) {
        if (reading instanceof Reading.Refused refused) {
            return new ItemView(
                    ItemView.Result.refused,
                    refused.variant().isEmpty() ? null : refused.variant(),
                    null,
                    refused.reason(),
                    refused.detail(),
                    null);
        }
        return reading instanceof Reading.Told told
                ? new ItemView(ItemView.Result.repeated, told.variant(), null, null, null, null)
                : new ItemView(ItemView.Result.ignored, null, null, null, null, null);
    }
}
