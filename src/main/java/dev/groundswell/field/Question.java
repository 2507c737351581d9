package dev.groundswell.field;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** What a leader asks everybody. The question is open; its answers are not, until it closes. */
@Entity
class Question {

    @Schema(
            name = "QuestionState",
            description =
                    "`open`; `released` once, after its last day; `too_few` where fewer than k answered: then nothing is told")
    enum State {
        open,
        released,
        too_few
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    @PartitionKey
    String workspace;

    @Column(updatable = false)
    String words;

    @Column(updatable = false)
    List<String> options;

    @Column(name = "asked_on", updatable = false)
    LocalDate askedOn;

    @Column(name = "closes_on", updatable = false)
    LocalDate closesOn;

    @Column(updatable = false)
    int k;

    @Enumerated(EnumType.STRING)
    State state;

    @Nullable
    Long release;

    protected Question() {}

    Question(String words, List<String> options, LocalDate askedOn, LocalDate closesOn, int k) {
        this.words = words;
        this.options = options;
        this.askedOn = askedOn;
        this.closesOn = closesOn;
        this.k = k;
        this.state = State.open;
    }

    boolean takesAnswers(LocalDate today) {
        return state == State.open && !today.isAfter(closesOn);
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Question, Long> {

        List<Question> before(long id, int limit) {
            return find("id < ?1 order by id desc", id).page(0, limit).list();
        }

        Optional<Question> open() {
            return find("state", State.open).firstResultOptional();
        }

        /** Held, so that it does not close meanwhile. */
        Optional<Question> held(long id) {
            return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
        }
    }
}
