package dev.groundswell.field;

import dev.groundswell.access.Background;
import dev.groundswell.access.Zones;
import dev.groundswell.disclosure.Seal;
import dev.groundswell.disclosure.Terms;
import dev.groundswell.disclosure.Voice;
import dev.groundswell.release.Releases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Closes questions after their last day: the answers leave once, by the rules that hold for everything else, and are gone. */
@ApplicationScoped
class Tallying {

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final String OPTION = "option";

    private final Background background;
    private final Question.Repository questions;
    private final QuestionAnswer.Repository answers;
    private final Confided confided;
    private final Releases releases;
    private final RulesInForce rules;
    private final Refusals refusals;
    private final Zones zones;

    Tallying(
            Background background,
            Question.Repository questions,
            QuestionAnswer.Repository answers,
            Confided confided,
            Releases releases,
            RulesInForce rules,
            Refusals refusals,
            Zones zones) {
        this.background = background;
        this.questions = questions;
        this.answers = answers;
        this.confided = confided;
        this.releases = releases;
        this.rules = rules;
        this.refusals = refusals;
        this.zones = zones;
    }

    @Scheduled(
            identity = "tally",
            every = "1h",
            delayed = "40s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tally() throws SQLException {
        for (var workspace : background.workspacesIn("question")) {
            tallyIn(workspace);
        }
    }

    /** The question of a workspace that is over. */
    void tallyIn(String workspace) throws SQLException {
        background.inside(workspace, "tally", LEASE, turn -> {
            var today = zones.today();
            QuarkusTransaction.requiringNew()
                    .run(() -> questions
                            .open()
                            .filter(open -> today.isAfter(open.closesOn))
                            .flatMap(open -> questions.held(open.id))
                            .ifPresent(closed -> tally(closed, today)));
        });
    }

    private void tally(Question question, LocalDate today) {
        var terms = new Terms(question.k, List.of(OPTION), null, List.of(), false, rules.rules());
        var seal = Seal.of(voices(question), terms, new SecureRandom());
        if (seal instanceof Seal.Told told) {
            question.release = releases.tally(question.askedOn, question.closesOn, today, told.picture());
            question.state = Question.State.released;
        } else {
            refusals.note(seal);
            question.state = Question.State.too_few;
        }
        answers.forget(question.id);
    }

    private List<Voice> voices(Question question) {
        return answers.to(question.id).stream()
                .map(answer -> Voice.of(
                        HexFormat.of().formatHex(answer.answerer), Map.of(OPTION, confided.unlock(answer.choice))))
                .toList();
    }
}
