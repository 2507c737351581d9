package dev.groundswell.http;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some rows of a list, and the cursor that leads to the next ones; no cursor means that this was the last page. */
@Schema(requiredProperties = "items")
public record Page<T>(
        List<T> items,

        @Schema(description = "Ask again with this as `cursor`; absent on the last page", maxLength = 4000) @Nullable
        String nextCursor) {

    /** Rows a page holds unless asked otherwise, and at most. */
    public static final int DEFAULT_LIMIT = 50;

    public static final int MAX_LIMIT = 200;

    /** The page of the first {@code limit} rows, out of rows that were fetched with one more. */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> view, Function<R, String> cursorAfter) {
        boolean more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().map(view).toList(), more ? cursorAfter.apply(shown.get(shown.size() - 1)) : null);
    }
}
