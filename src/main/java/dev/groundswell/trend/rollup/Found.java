package dev.groundswell.trend.rollup;

import java.util.List;
import java.util.function.Function;

/** Closed deals in cells, and what they are read by. */
public record Found<T>(List<T> cells, Basis basis) {

    public <R> Found<R> map(Function<T, R> each) {
        return new Found<>(cells.stream().map(each).toList(), basis);
    }
}
