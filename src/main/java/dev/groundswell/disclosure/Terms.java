package dev.groundswell.disclosure;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Under which terms voices are sealed.
 *
 * @param k the people that every group has at least
 * @param taxonomy views of which each parts the one before, the coarsest first: reason groups, then reasons
 * @param market the view by which the finest of those are parted once more, or null
 * @param further views that are published beside it where that gives nobody away, in this order
 * @param details whether quantiles and words are told, too
 * @param rules which rules hold
 */
public record Terms(
        int k, List<String> taxonomy, @Nullable String market, List<String> further, boolean details, Set<Rule> rules) {

    /** Below this a group is two people who know each other's answers. */
    public static final int LEAST_K = 3;

    public Terms {
        if (k < LEAST_K) {
            throw new IllegalArgumentException("k is never below " + LEAST_K);
        }
    }

    boolean hold(Rule rule) {
        return rules.contains(rule);
    }
}
