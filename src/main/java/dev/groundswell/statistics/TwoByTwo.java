package dev.groundswell.statistics;

/**
 * Counts of two groups, with and without something.
 *
 * @param with of the first group
 * @param without of the first group
 * @param otherWith of the second group
 * @param otherWithout of the second group
 */
public record TwoByTwo(long with, long without, long otherWith, long otherWithout) {

    /** How many the first group is. */
    public long size() {
        return with + without;
    }

    /** How many the second group is. */
    public long otherSize() {
        return otherWith + otherWithout;
    }

    /** False where a margin is empty: such a table says nothing about a difference. */
    public boolean informs() {
        return size() > 0 && otherSize() > 0 && with + otherWith > 0 && without + otherWithout > 0;
    }

    /** The first group's share less the second's; 0 where one of them is empty. */
    public double difference() {
        return size() == 0 || otherSize() == 0 ? 0 : (double) with / size() - (double) otherWith / otherSize();
    }

    public TwoByTwo plus(TwoByTwo other) {
        return new TwoByTwo(
                with + other.with,
                without + other.without,
                otherWith + other.otherWith,
                otherWithout + other.otherWithout);
    }
}
