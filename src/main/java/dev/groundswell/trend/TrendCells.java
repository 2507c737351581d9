package dev.groundswell.trend;

import dev.groundswell.trend.rollup.Breakdown;
import dev.groundswell.trend.rollup.Counted;
import dev.groundswell.trend.rollup.Rollups;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Closed deals in cells: from the counts where they hold what is asked, else from the deals themselves. The answer is the same. */
@ApplicationScoped
class TrendCells {

    private final RawCells raw;
    private final Rollups rollups;

    TrendCells(RawCells raw, Rollups rollups) {
        this.raw = raw;
        this.rollups = rollups;
    }

    /** The closed deals in cells, by the question's dimension. */
    List<Cell> of(TrendQuestion question) {
        return find(question, CountedCells.breakdown(question, false), CountedCells::cell, raw::of);
    }

    /** The closed deals in cells by all the competitors that they name: whoever reads parts them. */
    List<CompetitorsCell> byCompetitors(TrendQuestion question) {
        return find(
                question,
                CountedCells.breakdown(question, true),
                (asked, counted) -> CountedCells.competitors(counted),
                raw::byCompetitors);
    }

    List<Rollups.FirstWin> firstWins(Collection<String> sources) {
        try {
            return rollups.areReady() ? rollups.firstWins(sources) : raw.firstWins();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private <T> List<T> find(
            TrendQuestion question,
            @Nullable Breakdown breakdown,
            BiFunction<TrendQuestion, Counted, T> cell,
            Function<TrendQuestion, List<T>> otherwise) {
        try {
            if (breakdown == null || !rollups.areReady()) {
                return otherwise.apply(question);
            }
            return rollups.find(CountedCells.question(question, breakdown)).stream()
                    .map(counted -> cell.apply(question, counted))
                    .toList();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
