package dev.groundswell.trend;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.groundswell.catalog.Converted;
import dev.groundswell.http.CsvCells;
import dev.groundswell.http.Money;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A trend as a table, row by row: one for each bucket and key, and one with an empty key for the bucket as a whole. */
final class TrendCsv implements StreamingOutput {

    private static final List<String> COLUMNS = List.of(
            "start",
            "key",
            "label",
            "lost",
            "share",
            "share_low",
            "share_high",
            "change",
            "won",
            "win_rate",
            "win_rate_low",
            "win_rate_high",
            "unmapped",
            "unknown",
            "needs_enrichment",
            "value",
            "converted",
            "converted_missing");

    private final TrendView trend;

    TrendCsv(TrendView trend) {
        this.trend = trend;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            write(trend, csv);
        }
    }

    private static void write(TrendView trend, CsvWriter csv) {
        csv.writeRecord(COLUMNS);
        for (var bucket : trend.buckets()) {
            csv.writeRecord(
                    bucket.start().toString(),
                    "",
                    "",
                    number(bucket.lost()),
                    "",
                    "",
                    "",
                    "",
                    number(bucket.won()),
                    number(bucket.winRate()),
                    number(bucket.winRateLow()),
                    number(bucket.winRateHigh()),
                    number(bucket.unmapped()),
                    number(bucket.unknown()),
                    number(bucket.needsEnrichment()),
                    money(bucket.value()),
                    sum(bucket.converted()),
                    missing(bucket.converted()));
            for (var series : bucket.series()) {
                csv.writeRecord(
                        bucket.start().toString(),
                        CsvCells.text(series.key()),
                        CsvCells.text(series.label()),
                        number(series.lost()),
                        number(series.share()),
                        number(series.shareLow()),
                        number(series.shareHigh()),
                        number(series.change()),
                        number(series.won()),
                        number(series.winRate()),
                        number(series.winRateLow()),
                        number(series.winRateHigh()),
                        "",
                        "",
                        "",
                        money(series.value()),
                        sum(series.converted()),
                        missing(series.converted()));
            }
        }
    }

    private static String number(@Nullable Number number) {
        return number == null ? "" : number.toString();
    }

    private static String sum(@Nullable Converted converted) {
        return converted == null ? "" : converted.amount() + " " + converted.currency();
    }

    private static String missing(@Nullable Converted converted) {
        return converted == null ? "" : String.join("; ", converted.missing());
    }

    private static String money(List<Money> sums) {
        return sums.stream().map(sum -> sum.amount() + " " + sum.currency()).collect(Collectors.joining("; "));
    }
}
