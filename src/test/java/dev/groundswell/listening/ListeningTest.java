package dev.groundswell.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.release.Answer;
import dev.groundswell.release.Given;
import dev.groundswell.release.SurfacedConcern;
import dev.groundswell.release.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListeningTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Answer ACTED = new Answer.Acted("Done");
    private static final Answer CONCEDED = new Answer.Conceded("We were wrong");
    private static final Answer DISPUTED = new Answer.Disputed("No", new Answer.Evidence("A table", null, null));

    @Test
    void nothingSaidIsNoScore() {
        var listening = new Listening(List.of(), TODAY);

        assertThat(listening.answeredShare()).isNull();
        assertThat(listening.medianDaysToAnswer()).isNull();
        assertThat(listening.fieldRightShare()).isNull();
    }

    @Test
    void whatIsStillWithinItsTimeCountsForNeither() {
        var listening = new Listening(List.of(concern(14), concern(15), concern(20, ACTED)), TODAY);

        assertThat(listening.standing()).isEqualTo(1);
        assertThat(listening.answeredShare()).isEqualTo(0.5);
    }

    @Test
    void theMedianLiesBetweenTwo() {
        var listening =
                new Listening(List.of(answeredAfter(2), answeredAfter(5), answeredAfter(9), answeredAfter(30)), TODAY);

        assertThat(listening.medianDaysToAnswer()).isEqualTo(7.0);
    }

    @Test
    void anAnswerBeforeItsConcernWhichOnlyAClockThatMovedCanGiveCameAtOnce() {
        var listening = new Listening(List.of(answeredAfter(-3)), TODAY);

        assertThat(listening.medianDaysToAnswer()).isZero();
    }

    @Test
    void theLatestDecisionCountsAndAcknowledgingIsNone() {
        var listening = new Listening(
                List.of(
                        concern(40, DISPUTED, CONCEDED),
                        concern(40, DISPUTED, new Answer.Acknowledged("Seen")),
                        concern(40, new Answer.Investigating("We look"), ACTED),
                        concern(40)),
                TODAY);

        assertThat(listening.decided(Answer.Kind.conceded)).isEqualTo(1);
        assertThat(listening.decided(Answer.Kind.disputed)).isEqualTo(1);
        assertThat(listening.everDisputed()).isEqualTo(2);
        assertThat(listening.disputesThatTheFieldWon()).isEqualTo(1);
        assertThat(listening.fieldRightShare()).isEqualTo(0.75);
    }

    private static SurfacedConcern concern(int daysAgo, Answer... answers) {
        var given = new ArrayList<Given>();
        for (var answer : answers) {
            given.add(new Given(given.size(), answer, false, TODAY));
        }
        return new SurfacedConcern(1, TODAY.minusDays(daysAgo), Topic.policy, "Words", 5, given);
    }

    private static SurfacedConcern answeredAfter(int days) {
        var surfaced = TODAY.minusDays(100);
        return new SurfacedConcern(
                1, surfaced, Topic.policy, "Words", 5, List.of(new Given(1, ACTED, false, surfaced.plusDays(days))));
    }
}
