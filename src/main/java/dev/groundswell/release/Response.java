package dev.groundswell.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** An answer as it is kept. It is never changed or taken back: whoever thinks otherwise later answers again. */
@Entity
@Immutable
class Response {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    @PartitionKey
    String workspace;

    /** What is answered, where it has left the confidential plane. */
    @Nullable
    Long release;

    /** What is answered, where the market says it. */
    @Nullable
    Long signal;

    @Enumerated(EnumType.STRING)
    Answer.Kind kind;

    String words;

    @Nullable
    String evidence;

    @Nullable
    String link;

    @Enumerated(EnumType.STRING)
    @Nullable
    Topic claim;

    @Enumerated(EnumType.STRING)
    @Nullable
    Verdict verdict;

    /** What the open records said to the claim then: later corrections of deals do not rewrite what everybody has read. */
    @Column(name = "records_said")
    @Nullable
    String recordsSaid;

    boolean thanks;

    @Column(name = "given_on")
    LocalDate givenOn;

    protected Response() {}

    Response(@Nullable Long release, @Nullable Long signal, Answer answer, boolean thanks, LocalDate givenOn) {
        this.release = release;
        this.signal = signal;
        this.kind = answer.kind();
        this.words = answer.words();
        this.thanks = thanks;
        this.givenOn = givenOn;
        if (answer instanceof Answer.Disputed disputed) {
            this.evidence = disputed.evidence().words();
            this.link = disputed.evidence().link();
            keep(disputed.evidence().claim());
        }
    }

    private void keep(@Nullable CheckedClaim checked) {
        if (checked != null) {
            this.claim = checked.topic();
            this.verdict = checked.verdict();
            this.recordsSaid = checked.sentence();
        }
    }

    Answer answer() {
        return switch (kind) {
            case acknowledged -> new Answer.Acknowledged(words);
            case investigating -> new Answer.Investigating(words);
            case acted -> new Answer.Acted(words);
            case conceded -> new Answer.Conceded(words);
            case disputed ->
                new Answer.Disputed(
                        words,
                        new Answer.Evidence(Objects.requireNonNull(evidence, "the table checks it"), link, checked()));
        };
    }

    private @Nullable CheckedClaim checked() {
        return claim == null || verdict == null || recordsSaid == null
                ? null
                : new CheckedClaim(claim, verdict, recordsSaid);
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Response, Long> {

        List<Response> to(Collection<Long> releases) {
            return list("release in ?1 order by id", releases);
        }

        List<Response> toSignals(Collection<Long> signals) {
            return list("signal in ?1 order by id", signals);
        }
    }
}
