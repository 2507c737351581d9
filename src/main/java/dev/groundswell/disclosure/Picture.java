package dev.groundswell.disclosure;

import java.util.List;
import java.util.Map;

/**
 * All that is ever told of a period.
 *
 * @param k the people that every group has at least
 * @param people who spoke, each counted once
 * @param slices the spine; empty where nothing may be told apart
 * @param views further views of the whole, by name
 * @param quantiles of what the voices measured, by name
 * @param quotes words, by the group of the spine's first level that they were said in, in no order
 */
public record Picture(
        int k,
        int people,
        List<Slice> slices,
        Map<String, List<Slice>> views,
        Map<String, Quantiles> quantiles,
        Map<String, List<String>> quotes) {}
