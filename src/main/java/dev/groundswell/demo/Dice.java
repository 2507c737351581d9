package dev.groundswell.demo;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Chance that falls the same way every time. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    double bell() {
        return random.nextGaussian();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The weights need not add up to one; the map must keep its order. */
    <T> T weighted(Map<T, Double> weights) {
        double left = random.nextDouble()
                * weights.values().stream().mapToDouble(Double::doubleValue).sum();
        T last = null;
        for (var entry : weights.entrySet()) {
            last = entry.getKey();
            left -= entry.getValue();
            if (left < 0) {
                return last;
            }
        }
        if (last == null) {
            throw new IllegalArgumentException("nothing to choose from");
        }
        return last;
    }
}
