package dev.groundswell.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What amounts are worth in the currency that a workspace reports in, as far as an admin has told. */
public final class Rates {

    private static final Rates NONE = new Rates(null, List.of());

    private final @Nullable String reporting;
    private final Map<String, NavigableMap<LocalDate, BigDecimal>> byCurrency = new HashMap<>();

    /** From this day on one unit of the currency is worth so much, until its next rate. */
    public record Rate(String currency, LocalDate validFrom, BigDecimal rate) {}

    public Rates(@Nullable String reporting, Collection<Rate> rates) {
        this.reporting = reporting;
        for (var each : rates) {
            byCurrency
                    .computeIfAbsent(each.currency(), currency -> new TreeMap<>())
                    .put(each.validFrom(), each.rate());
        }
    }

    public static Rates none() {
        return NONE;
    }

    /**
     * Sums in several currencies as one, at the rates of a day.
     *
     * @return null where no rates are given, or nothing could be converted: unknown is never zero
     */
    public @Nullable Converted convert(Map<String, BigDecimal> sums, LocalDate day) {
        if (reporting == null || byCurrency.isEmpty()) {
            return null;
        }
        @Nullable BigDecimal whole = null;
        var converted = new TreeSet<String>();
        var missing = new TreeSet<String>();
        for (var sum : sums.entrySet()) {
            var rate = of(sum.getKey(), day);
            if (rate == null) {
                missing.add(sum.getKey());
                continue;
            }
            var worth = sum.getValue().multiply(rate);
            whole = whole == null ? worth : whole.add(worth);
            if (!sum.getKey().equals(reporting)) {
                converted.add(sum.getKey());
            }
        }
        return whole == null
                ? null
                : new Converted(
                        rounded(whole, reporting).toPlainString(), reporting, converted.size(), List.copyOf(missing));
    }

    private @Nullable BigDecimal of(String currency, LocalDate day) {
        if (currency.equals(reporting)) {
            return BigDecimal.ONE;
        }
        var rates = byCurrency.get(currency);
        var rate = rates == null ? null : rates.floorEntry(day);
        return rate == null ? null : rate.getValue();
    }

    /** To the currency's own smallest coin. */
    private static BigDecimal rounded(BigDecimal amount, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return amount.setScale(digits, RoundingMode.HALF_EVEN);
    }
}
