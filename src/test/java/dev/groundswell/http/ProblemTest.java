package dev.groundswell.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

/** A problem keeps within its schema, whatever was sent. */
class ProblemTest {

    @Test
    void aPointerIsCutWhereTheContractEndsIt() {
        assertThat(new Problem.Place("/query/" + "x".repeat(5_000), "is not known").pointer())
                .hasSize(1_000)
                .startsWith("/query/x");
    }

    @Test
    void noMoreThanAHundredPlacesAreNamed() {
        var places = Collections.nCopies(101, new Problem.Place("/a", "is wrong"));

        assertThat(Problem.of(ProblemType.invalid, null, places).errors()).hasSize(100);
    }
}
