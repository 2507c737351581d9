package dev.groundswell.catalog;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every workspace starts with: reasons, and aliases for what CRMs ship by default, in several languages. */
public final class BuiltIn {

    /** A reason out of the box. */
    public record Reason(String code, ReasonGroup group, String label) {}

    /** A text that CRMs ship, and what it means; the reason is {@code unknown} where it tells an outcome only. */
    public record Alias(
            String language,
            String text,
            String reason,
            @Nullable String outcome) {}

    private static final List<Reason> REASONS = read(
            "reasons.csv", row -> new Reason(row.get("code"), ReasonGroup.valueOf(row.get("group")), row.get("label")));

    private static final List<Alias> ALIASES = read(
            "aliases.csv",
            row -> new Alias(
                    row.get("language"),
                    row.get("text"),
                    row.get("reason"),
                    row.get("outcome").isEmpty() ? null : row.get("outcome")));

    private static final Map<String, Alias> BY_FOLDED_TEXT = index();

    private BuiltIn() {}

    public static List<Reason> reasons() {
        return REASONS;
    }

    public static List<Alias> aliases() {
        return ALIASES;
    }

    static @Nullable Alias alias(String folded) {
        return BY_FOLDED_TEXT.get(folded);
    }

    private static Map<String, Alias> index() {
        var index = new HashMap<String, Alias>();
        ALIASES.forEach(alias -> index.put(Folding.fold(alias.text()), alias));
        return Map.copyOf(index);
    }

    private interface Row {
        String get(String column);
    }

    private static <T> List<T> read(String resource, Function<Row, T> reading) {
        var stream = Objects.requireNonNull(BuiltIn.class.getResourceAsStream(resource), resource);
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return csv.stream().map(row -> reading.apply(row::getField)).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
