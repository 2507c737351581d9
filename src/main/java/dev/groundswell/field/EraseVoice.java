package dev.groundswell.field;

import dev.groundswell.access.PersonErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Deletes all that an erased person said in confidence, uncounted. What was released holds no person, and stays. */
@ApplicationScoped
class EraseVoice {

    private final Pseudonyms pseudonyms;
    private final FieldReport.Repository reports;
    private final Concern.Repository concerns;
    private final Endorsement.Repository endorsements;
    private final QuestionAnswer.Repository answers;

    EraseVoice(
            Pseudonyms pseudonyms,
            FieldReport.Repository reports,
            Concern.Repository concerns,
            Endorsement.Repository endorsements,
            QuestionAnswer.Repository answers) {
        this.pseudonyms = pseudonyms;
        this.reports = reports;
        this.concerns = concerns;
        this.endorsements = endorsements;
        this.answers = answers;
    }

    void erase(@Observes PersonErased person) {
        if (person.member() == null) {
            return;
        }
        byte[] them = pseudonyms.of(person.member());
        // in the order in which whoever seals and lets surface takes them
        reports.hold(them);
        concerns.allHeld();
        reports.delete("reporter", (Object) them);
        concerns.delete("author", (Object) them);
        endorsements.delete("endorser", (Object) them);
        answers.delete("answerer", (Object) them);
    }
}
