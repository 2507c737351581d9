package dev.groundswell.field;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

/** What a person answers to a question, until it closes: then the row is gone. */
@Entity
@Table(name = "question_answer")
@IdClass(QuestionAnswer.Key.class)
class QuestionAnswer {

    @Id
    @TenantId
    @PartitionKey
    String workspace;

    @Id
    @Column(updatable = false)
    Long question;

    @Id
    @Column(updatable = false)
    byte[] answerer;

    byte[] choice;

    protected QuestionAnswer() {}

    QuestionAnswer(long question, byte[] answerer, byte[] choice) {
        this.question = question;
        this.answerer = answerer;
        this.choice = choice;
    }

    /** An answer across workspaces. */
    @SuppressWarnings("ArrayRecordComponent") // never looked up by it
    record Key(String workspace, Long question, byte[] answerer) implements Serializable {}

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<QuestionAnswer, Key> {

        Optional<QuestionAnswer> of(long question, byte[] answerer) {
            return find("question = ?1 and answerer = ?2", question, answerer).firstResultOptional();
        }

        List<QuestionAnswer> to(long question) {
            return list("question", question);
        }

        void forget(long question) {
            delete("question", question);
        }

        Set<Long> answeredBy(byte[] answerer, Collection<Long> questions) {
            return find("answerer = ?1 and question in ?2", answerer, questions).stream()
                    .map(answer -> answer.question)
                    .collect(Collectors.toSet());
        }
    }
}
