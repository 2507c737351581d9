package dev.groundswell.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.groundswell.http.ProblemException;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * So much a minute for each of many, spread evenly over it, and no more than that at once. Whoever takes nothing for a minute
 * has all of it again, and is forgotten: memory is bounded.
 */
final class Allowance<K> {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MOST_KNOWN = 100_000;

    private final String refusal;
    private final LoadingCache<K, Bucket> buckets;

    /**
     * @param aMinute at least one
     * @param refusal what is said to whom has none left
     */
    Allowance(int aMinute, String refusal) {
        this.refusal = refusal;
        var limit = Bandwidth.builder()
                .capacity(aMinute)
                .refillGreedy(aMinute, PERIOD)
                .build();
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KNOWN)
                .expireAfterAccess(PERIOD)
                .build(whose -> full(limit));
    }

    /** Takes one, or refuses with the time after which there is one again. */
    void take(K whose) {
        var taken = buckets.get(whose).tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            throw ProblemException.tooMany(refusal, Duration.ofNanos(taken.getNanosToWaitForRefill()));
        }
    }

    /** Refuses where none is left, and takes none. */
    void require(K whose) {
        var bucket = buckets.getIfPresent(whose);
        if (bucket == null) {
            return;
        }
        var there = bucket.estimateAbilityToConsume(1);
        if (!there.canBeConsumed()) {
            throw ProblemException.tooMany(refusal, Duration.ofNanos(there.getNanosToWaitForRefill()));
        }
    }

    /** By a clock that no change of the time moves. */
    private static Bucket full(Bandwidth limit) {
        return Bucket.builder().addLimit(limit).withNanosecondPrecision().build();
    }
}
