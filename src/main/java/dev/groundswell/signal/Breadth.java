package dev.groundswell.signal;

import org.jspecify.annotations.Nullable;

/**
 * How broad a change is, as far as it may be told: of few sellers, or where nearly all or hardly any went along, a count would say
 * of each of them which way they went.
 *
 * @param sellers who closed deals on both sides; null where they are few
 * @param moving those of them who went the same way; null where that is not told
 * @param words the same in words
 */
public record Breadth(@Nullable Long sellers, @Nullable Long moving, String words) {

    private static final int FEW = 10;
    private static final double NEARLY_ALL = 0.9;
    private static final double HALF = 0.5;

    /** What may be told of it. */
    public static Breadth of(Found found) {
        double part = found.sellers() == 0 ? 0 : (double) found.moving() / found.sellers();
        if (found.sellers() < FEW) {
            return new Breadth(null, null, part > HALF ? "most of them" : "some of them");
        }
        if (part > NEARLY_ALL) {
            return new Breadth(
                    found.sellers(), null, "more than nine in ten of the %d sellers".formatted(found.sellers()));
        }
        if (part < 1 - NEARLY_ALL) {
            return new Breadth(
                    found.sellers(), null, "fewer than one in ten of the %d sellers".formatted(found.sellers()));
        }
        return new Breadth(
                found.sellers(), found.moving(), "%d of the %d sellers".formatted(found.moving(), found.sellers()));
    }
}
