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
        enter(100);

        assertThat(inside).hasSize(16);
        assertThat(places.areLeft()).isFalse();
    }

    @Test
    void whatStaysLeavesNoRoomForMore() {
        enter(5);
        clock.goOn();

        enter(100);
        assertThat(inside).hasSize(8);
    }

    @Test
    void oneThatIsFreeIsTakenAgainAndABurstOnlyAfterCalm() {
        enter(16);
        clock.goOn();
        leave(8);
        enter(100);
        assertThat(inside).hasSize(8);

        leave(1);
        enter(100);
        assertThat(inside).hasSize(8);

        leave(5);
        enter(100);
        assertThat(inside).hasSize(16);
    }

    @Test
    void aPlaceIsFreeWhenAllWhoHoldItHaveLeft() {
        var place = places.take(2).orElseThrow();

        place.leave();
        assertThat(places.taken()).isOne();
        place.leave();
        assertThat(places.taken()).isZero();
    }

    /** A clock that is set back makes no moment of an hour. */
    @Test
    void aClockThatIsSetIsNoCalm() {
        enter(16);
        clock.now = clock.now.minus(Duration.ofHours(1));

        assertThat(places.take(1)).isEmpty();
        leave(8);
        assertThat(places.take(1)).isEmpty();
    }

    private void enter(int many) {
        for (int i = 0; i < many; i++) {
            places.take(1).ifPresent(inside::add);
        }
    }

    private void leave(int many) {
        for (int i = 0; i < many; i++) {
            inside.remove(0).leave();
        }
    }
}
