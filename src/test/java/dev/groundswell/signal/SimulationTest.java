package dev.groundswell.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.signal.Simulation.Company;
import dev.groundswell.signal.Simulation.Rates;
import org.junit.jupiter.api.Test;

/** A short form of the simulation of docs/signals.md: the seed is fixed, so that it comes to the same each time. */
class SimulationTest {

    private static final long SEED = 20261124;
    private static final int MONTHS = 300;
    private static final int TWELVE_PERCENT = 2;

    @Test
    void quietMonthsAreQuiet() {
        // so few months say little of the rate: that nearly nothing is said
        assertThat(Rates.of(MONTHS / 5, SEED, Company.quiet(80)).anything()).isLessThanOrEqualTo(0.1);
        assertThat(Rates.of(MONTHS, SEED, reasons(1)).anything()).isLessThanOrEqualTo(0.07);
    }

    @Test
    void risesAreFound() {
        assertThat(Rates.of(MONTHS, SEED, reasons(1.6)).theRise()).isGreaterThanOrEqualTo(0.55);
        assertThat(Rates.of(MONTHS, SEED, reasons(2.2)).theRise()).isGreaterThanOrEqualTo(0.95);
    }

    /** The reasons of lost deals alone, which is quick. */
    private static Company reasons(double factor) {
        return new Company(250, TWELVE_PERCENT, factor, 6, false);
    }
}
