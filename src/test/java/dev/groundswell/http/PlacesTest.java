package dev.groundswell.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Hand clock = new Hand();
    private final Places places = new Places(8, clock);
    private final List<Places.Place> inside = new ArrayList<>();

    /** A clock that stands still until it is moved. */
    private static final class Hand extends Clock {
        private Instant now = Instant.EPOCH;

        void goOn() {
            now = now.plusSeconds(1);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void whatComesTogetherMayBeTwiceAsMany() {
        enter(100, false);

        assertThat(inside).hasSize(12);
        assertThat(places.areLeft(false)).isFalse();
    }

    @Test
    void whatStaysLeavesNoRoomForMoreAndTheLastQuarterIsForWebhooks() {
        enter(5, false);
        clock.goOn();

        enter(100, false);
        assertThat(inside).hasSize(6);
        enter(100, true);
        assertThat(inside).hasSize(8);
    }

    @Test
    void oneThatIsFreeIsTakenAgainAndABurstOnlyAfterCalm() {
        enter(12, false);
        clock.goOn();
        leave(6);
        enter(100, false);
        assertThat(inside).hasSize(6);

        leave(1);
        enter(100, false);
        assertThat(inside).hasSize(6);

        leave(3);
        enter(100, false);
        assertThat(inside).hasSize(12);
    }

    @Test
    void aPlaceIsFreeWhenAllWhoHoldItHaveLeft() {
        var place = places.take(false, 2).orElseThrow();

        place.leave();
        assertThat(places.taken()).isOne();
        place.leave();
        assertThat(places.taken()).isZero();
    }

    /** A clock that is set back makes no moment of an hour. */
    @Test
    void aClockThatIsSetIsNoCalm() {
        enter(12, false);
        clock.now = clock.now.minus(Duration.ofHours(1));

        assertThat(places.take(false, 1)).isEmpty();
        leave(6);
        assertThat(places.take(false, 1)).isEmpty();
    }

    private void enter(int many, boolean hook) {
        for (int i = 0; i < many; i++) {
            places.take(hook, 1).ifPresent(inside::add);
        }
    }

    private void leave(int many) {
        for (int i = 0; i < many; i++) {
            inside.remove(0).leave();
        }
    }
}
