package dev.groundswell.demo;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a batch; what is null is not sent. */
record MadeUpDeal(
        String source,
        String externalId,
        String state,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant sourceTime,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate closedOn,
        String owner,
        @Nullable Amount value,
        @Nullable String product,
        String segment,
        String region,
        @Nullable String outcome,
        List<String> competitors,
        @Nullable List<Reason> reasons,
        @Nullable Prices prices,
        String note) {

    /** An amount of money, as the API wants it. */
    record Amount(String amount, String currency) {}

    /** Either a code or a text. */
    record Reason(
            @Nullable String code,
            @Nullable String text,
            @Nullable String evidence,
            @Nullable String strength,
            @Nullable String note) {}

    /** The price points. */
    record Prices(
            Amount list,
            Amount quoted,
            @Nullable Amount competitor,
            @Nullable Amount wouldHaveWon,
            @Nullable Amount discountAsked) {}
}
