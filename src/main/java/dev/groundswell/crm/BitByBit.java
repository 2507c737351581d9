package dev.groundswell.crm;

import dev.groundswell.access.Background;
import dev.groundswell.http.StorageProblems;
import io.quarkus.logging.Log;
import java.util.function.BooleanSupplier;

/**
 * Works on for a turn, many at once. After a failure they are taken one by one, so that one that cannot be understood holds up
 * no others; one that fails again and again is given up. Where even that fails, it is not the one: all wait for another turn, as
 * they do at once where the database is away.
 */
final class BitByBit {

    /** How often one may fail, for what may pass, before it is given up. */
    private static final int PATIENCE = 4;

    private BitByBit() {}

    /** Takes what comes next: false where nothing waits. */
    @FunctionalInterface
    interface Step {
        boolean take(int most, boolean giveUp);
    }

    /** @param what of which logs say that it could not be done: a word of ours */
    static void work(String what, BooleanSupplier isOver, int batch, Step step) {
        int most = batch;
        int failures = 0;
        while (failures <= PATIENCE && !isOver.getAsBoolean()) {
            try {
                if (!step.take(most, failures == PATIENCE)) {
                    return;
                }
                failures = 0;
            } catch (RuntimeException failure) {
                most = 1;
                failures++;
                Log.errorf("%s could not be taken in: %s", what, Background.told(failure));
                if (StorageProblems.isAway(failure)) {
                    return;
                }
            }
        }
    }
}
