package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;

import dev.groundswell.testsupport.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A clock that was set back stops what is done in the background: the service asks to be started anew. */
class ClockSetBackTest {

    private final TestClock clock = new TestClock();
    private final ClockSetBack check = new ClockSetBack(clock);

    @Test
    void aClockThatGoesOnOrAheadIsGood() {
        assertThat(check.call().getStatus()).isEqualTo(UP);
        clock.goOn(Duration.ofDays(3));
        assertThat(check.call().getStatus()).isEqualTo(UP);
    }

    @Test
    void aClockThatIsSetBackIsNot() {
        clock.goOn(Duration.ofDays(-3));
        assertThat(check.call().getStatus()).isEqualTo(DOWN);
    }

    @Test
    void norIsOneThatWasAheadAndIsSetRight() {
        clock.goOn(Duration.ofDays(3));
        check.call();
        clock.bringBack();
        assertThat(check.call().getStatus()).isEqualTo(DOWN);
    }

    @Test
    void aFewSecondsAreWaitedFor() {
        clock.goOn(Duration.ofSeconds(-20));
        assertThat(check.call().getStatus()).isEqualTo(UP);
    }
}
