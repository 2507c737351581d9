package dev.groundswell.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BitByBitTest {

    private final List<String> taken = new ArrayList<>();

    @Test
    void manyAreTakenAtOnceUntilNothingWaits() {
        BitByBit.work("Rows", () -> false, 50, (most, giveUp) -> {
            taken.add("up to " + most);
            return taken.size() < 3;
        });

        assertThat(taken).containsExactly("up to 50", "up to 50", "up to 50");
    }

    @Test
    void oneThatGoesOnFailingIsGivenUpAndTheOthersAreTakenOneByOne() {
        BitByBit.work("Rows", () -> false, 50, (most, giveUp) -> {
            taken.add(giveUp ? "given up" : "up to " + most);
            if (!giveUp && taken.size() < 6) {
                throw new IllegalStateException("unreadable");
            }
            return taken.size() < 6;
        });

        assertThat(taken).containsExactly("up to 50", "up to 1", "up to 1", "up to 1", "given up", "up to 1");
    }

    @Test
    void whereNothingCanBeDoneTheTurnIsOver() {
        BitByBit.work("Rows", () -> false, 50, (most, giveUp) -> {
            taken.add("in vain");
            if (taken.size() == 100) {
                return false;
            }
            throw new IllegalStateException("the database is away");
        });

        assertThat(taken).hasSize(5);
    }

    @Test
    void noTurnIsLongerThanItIs() {
        BitByBit.work("Rows", () -> taken.size() == 2, 50, (most, giveUp) -> taken.add("one more"));

        assertThat(taken).hasSize(2);
    }
}
