package dev.groundswell.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {

    @Test
    void theStepsAreThoseOfTheStandard() {
        var steps = new ArrayList<Duration>();
        for (int attempts = 1; attempts < 10; attempts++) {
            steps.add(Ladder.wait(attempts, null, 0).orElseThrow());
        }

        assertThat(steps)
                .isEqualTo(List.of(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(14),
                        Duration.ofHours(20),
                        Duration.ofHours(24)));
        assertThat(Ladder.wait(10, null, 0)).isEmpty();
    }

    @Test
    void chanceAddsATenthAtMost() {
        assertThat(Ladder.wait(2, null, 1)).contains(Duration.ofSeconds(330));
    }

    @Test
    void aWishIsHonouredUpToTwiceTheStep() {
        assertThat(Ladder.wait(1, Duration.ofSeconds(1), 0)).contains(Duration.ofSeconds(5));
        assertThat(Ladder.wait(1, Duration.ofSeconds(8), 0)).contains(Duration.ofSeconds(8));
        assertThat(Ladder.wait(1, Duration.ofDays(8), 0)).contains(Duration.ofSeconds(10));
    }

    @Test
    void aWishIsANumberOfSecondsOrADate() {
        var now = Instant.parse("2026-11-20T08:30:00Z");

        assertThat(Attempts.retryAfter("120", now)).isEqualTo(Duration.ofMinutes(2));
        assertThat(Attempts.retryAfter("Fri, 20 Nov 2026 08:31:00 GMT", now)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Attempts.retryAfter("soon", now)).isNull();
        assertThat(Attempts.retryAfter("-5", now)).isNull();
        assertThat(Attempts.retryAfter(null, now)).isNull();
    }

    @Test
    void onlyTwoHundredsHaveArrived() {
        assertThat(Outcome.answered(204, null, Channel.webhook).isDelivered()).isTrue();
        assertThat(Outcome.answered(302, null, Channel.webhook).failure()).isEqualTo(Outcome.Failure.redirect);
        assertThat(Outcome.answered(404, null, Channel.webhook).failure()).isEqualTo(Outcome.Failure.status);
        assertThat(Outcome.answered(404, null, Channel.slack).failure()).isEqualTo(Outcome.Failure.gone);
        assertThat(Outcome.answered(410, null, Channel.webhook).failure()).isEqualTo(Outcome.Failure.gone);
        assertThat(Outcome.answered(500, Duration.ofSeconds(9), Channel.webhook).retryAfter())
                .isNull();
        assertThat(Outcome.answered(503, Duration.ofSeconds(9), Channel.webhook).retryAfter())
                .isEqualTo(Duration.ofSeconds(9));
    }
}
