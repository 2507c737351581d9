package dev.groundswell.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class RoutingProblemsTest {

    @Test
    void aBodyThatGoesOnAndOnIsTooLargeWhoeverWasReadingIt() {
        var endless = new IOException("Request too large");

        assertThat(RoutingProblems.of(endless).problem().code()).isEqualTo("too_large");
        assertThat(RoutingProblems.of(new UncheckedIOException(endless))
                        .problem()
                        .code())
                .isEqualTo("too_large");
    }

    @Test
    void whatNobodyForesawIsInternal() {
        assertThat(RoutingProblems.of(new UncheckedIOException(new IOException("Broken pipe")))
                        .problem()
                        .code())
                .isEqualTo("internal");
    }
}
