package dev.groundswell.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Long bodies share the memory that there is for them. */
class RoomTest {

    private final Room room = new Room(100, 10);

    @Test
    void shortBodiesAlwaysFindAPlace() {
        assertThat(room.share().grow(110)).isTrue();

        assertThat(room.share().grow(10)).isTrue();
        assertThat(room.share().grow(11)).isFalse();
    }

    @Test
    void aBodyThatGrowsTakesWhatItHolds() {
        var growing = room.share();
        assertThat(growing.grow(8)).isTrue();
        assertThat(growing.grow(8)).isTrue();
        assertThat(growing.grow(94)).isTrue();
        assertThat(growing.grow(1)).isFalse();
    }

    @Test
    void whatIsGivenBackIsThereForOthers() {
        var first = room.share();
        first.grow(110);
        first.giveBack();
        first.giveBack();

        assertThat(room.share().grow(111)).isFalse();
        assertThat(room.share().grow(110)).isTrue();
    }
}
