package dev.groundswell.notify;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SubscriptionEvent", description = "What can be told")
enum EventType {
    @JsonProperty("signal.opened")
    signal_opened,
    @JsonProperty("signal.cleared")
    signal_cleared,
    @JsonProperty("concern.surfaced")
    concern_surfaced,
    @JsonProperty("release.published")
    release_published,
    @JsonProperty("question.closed")
    question_closed,
    @JsonProperty("response.given")
    response_given,
    @JsonProperty("digest.weekly")
    digest_weekly;

    /** What somebody gets who tries a subscription out; nobody subscribes to it. */
    static final String TEST = "test";

    /** As it is written outside. */
    String word() {
        return name().replace('_', '.');
    }

    static EventType of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
