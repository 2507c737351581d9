package dev.groundswell.trend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What part of the lost deals of a whole period is each key's. */
final class OpenShares {

    private static final String UNKNOWN = "unknown";

    private final Map<String, Long> lost;
    private final long all;

    private OpenShares(Map<String, Long> lost, long all) {
        this.lost = lost;
        this.all = all;
    }

    /** Of the buckets of a trend that covers the period. */
    static OpenShares of(List<BucketView> buckets) {
        var lost = new HashMap<String, Long>();
        long all = 0;
        for (var bucket : buckets) {
            all += bucket.lost();
            bucket.series().forEach(series -> lost.merge(series.key(), series.lost(), Long::sum));
            if (bucket.series().stream().noneMatch(series -> series.key().equals(UNKNOWN))) {
                lost.merge(UNKNOWN, bucket.unknown(), Long::sum);
            }
        }
        return new OpenShares(lost, all);
    }

    /** Null where no deal was lost. */
    @Nullable
    Double of(String key) {
        return all == 0 ? null : (double) lost.getOrDefault(key, 0L) / all;
    }

    /** What is left beside these keys; null where no deal was lost. */
    @Nullable
    Double besides(List<String> keys) {
        return all == 0
                ? null
                : 1
                        - (double) keys.stream()
                                        .mapToLong(key -> lost.getOrDefault(key, 0L))
                                        .sum()
                                / all;
    }
}
