package dev.groundswell.field;

import java.util.List;

/** What is promised to whoever speaks, and what is not, in words that need no lawyer. Docs/safety.md says the same at length. */
final class SafetyWords {

    private final Promise promise;
    private final long reps;

    SafetyWords(Promise promise, long reps) {
        this.promise = promise;
        this.reps = reps;
    }

    List<String> promises() {
        return List.of(
                "Nobody but you can read what you report: no leader, no admin, no colleague, and no endpoint of the service.",
                "It leaves only as part of a number about at least %d people, once, after its %s has ended and %d more days have passed."
                        .formatted(promise.k, promise.period, Period.GRACE_DAYS),
                "Where fewer speak, it waits for the next %s, for %d at most; then it is discarded unpublished, and you are told."
                        .formatted(promise.period, Sealing.MOST_SEALS),
                "Until it is sealed you can take it back. A sum that was published never changes afterwards.",
                "The deal that you name is kept as a hash that is deleted with the seal. What you say never changes the deal.",
                "What you reported is deleted %d days after the end of its period, once it was told or discarded."
                        .formatted(ForgetReports.KEPT_DAYS),
                "If you ask to be erased, all that you said in confidence goes, in whatever state, and nobody learns how much it was.",
                "Your note is quoted only if you allow it, unsigned, among those of at least ten people, to the quarter.",
                "Amounts are never published: only ratios, to the nearest 5 points, from at least ten values.",
                "With fewer than %d reps on the day of the seal only groups of reasons are told, for the company as a whole."
                        .formatted(Coverage.SMALL),
                "Other terms hold only for what is said after they were announced here at least %d days before."
                        .formatted(SafetyTermsResource.NOTICE_DAYS),
                "A concern that too few stand behind for %d weeks is deleted.".formatted(Concern.OPEN_WEEKS),
                "Leaders and admins who read a release are counted here. That you read one is kept nowhere.");
    }

    List<String> limits() {
        return List.of(
                "Whoever holds your key can list the reasons that you gave: keep it to yourself, and revoke it if you lose it.",
                "If all others in a group of %d tell each other what they said, the rest is what you said."
                        .formatted(promise.k),
                "Somebody who could invent %d reps could surround one real one; joins are listed here, by month."
                        .formatted(promise.k - 1),
                "Whoever runs the database and holds the service's secret could undo pseudonyms, and read what is not sealed yet; of what is sealed only reason codes are left, for your own list.",
                "Two questions in a row with the same options tell a little about whoever answered only one of them.",
                "Whoever holds any rep's key reads the concerns of colleagues that have not surfaced, unsigned.",
                "That somebody used the service at some time may show in the network or in a proxy that stands before it.",
                "Which small groups were merged into \"other\" tells a little, and so does who joins or leaves between periods.",
                reps < promise.k
                        ? "There are not enough people yet: %d reps, and %d have to speak before anything is told."
                                .formatted(reps, promise.k)
                        : "There are %d reps; at least %d of them have to speak before anything is told."
                                .formatted(reps, promise.k));
    }
}
