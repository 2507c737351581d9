package dev.groundswell.trend;

import dev.groundswell.release.FieldView;
import dev.groundswell.release.Releases;
import dev.groundswell.release.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Finds what the field says to a question, on the finest level on which it may be told. */
@ApplicationScoped
class FieldViews {

    private final Releases releases;

    FieldViews(Releases releases) {
        this.releases = releases;
    }

    /**
     * What the field said.
     *
     * @param dimension what it is parted by: what was asked for, or something coarser
     */
    record Found(FieldView view, TrendDimension dimension, List<Told> told) {}

    /** The latest view that ended by this day; empty where it is not told by what was asked for. */
    Optional<Found> find(TrendDimension dimension, LocalDate until) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> releases.fieldViewUntil(until))
                .flatMap(view -> find(dimension, view));
    }

    private static Optional<Found> find(TrendDimension dimension, FieldView view) {
        return switch (dimension) {
            case reasons ->
                Optional.of(new Found(view, dimension, view.reasons()))
                        .filter(found -> !found.told().isEmpty())
                        .or(() -> find(TrendDimension.reason_groups, view));
            case reason_groups -> Optional.of(new Found(view, dimension, view.reasonGroups()));
            case outcomes -> Optional.empty();
            case products, segments, regions, competitors ->
                Optional.ofNullable(dimension.market())
                        .map(market -> new Found(view, dimension, view.market(market.name())))
                        .filter(found -> !found.told().isEmpty());
        };
    }
}
