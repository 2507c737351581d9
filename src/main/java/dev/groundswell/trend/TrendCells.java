package dev.groundswell.trend;

import dev.groundswell.trend.rollup.Counted;
import dev.groundswell.trend.rollup.Found;
import dev.groundswell.trend.rollup.Rollups;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

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
    Found<Cell> of(TrendQuestion question, boolean ready) {
        return find(question, ready, counted -> CountedCells.cell(question, counted), raw::of);
    }

    /** The closed deals in cells by all the competitors that they name: whoever reads parts them. */
    Found<CompetitorsCell> byCompetitors(TrendQuestion question, boolean ready) {
        return find(question, ready, CountedCells::competitors, raw::byCompetitors);
    }

    /** @param ready whether there are counts */
    private <T> Found<T> find(
            TrendQuestion question,
            boolean ready,
            Function<Counted, T> cell,
            Function<TrendQuestion, List<T>> otherwise) {
        var breakdown = ready ? CountedCells.breakdown(question) : null;
        try {
            return breakdown == null
                    ? QuarkusTransaction.joiningExisting()
                            .call(() -> new Found<>(otherwise.apply(question), rollups.basis(ready)))
                    : rollups.find(CountedCells.question(question, breakdown)).map(cell);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
