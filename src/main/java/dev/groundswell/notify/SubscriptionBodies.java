package dev.groundswell.notify;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent and answered about subscriptions. */
final class SubscriptionBodies {

    private SubscriptionBodies() {}

    @Schema(
            name = "SubscriptionCreate",
            description = "Whom to tell, and what",
            requiredProperties = {"kind", "name", "url", "events"})
    record Create(
            @NotNull Channel kind,

            @Schema(description = "What people call it", examples = "Revenue data platform")
            @NotNull
            @Size(min = 1, max = 200)
            String name,

            @Schema(
                    description =
                            "Where to post: https on port 443 or 8443, a host by its name whose addresses are all public. Write-only but for scheme and host",
                    examples = "https://hooks.example.com/groundswell")
            @NotNull
            @Size(min = 1, max = 2000)
            String url,

            @Schema(description = "What to tell", examples = "[\"concern.surfaced\", \"digest.weekly\"]")
            @NotNull
            @Size(min = 1, max = 20)
            List<@NotNull EventType> events) {}

    @Schema(
            name = "SubscriptionUpdate",
            description = "What to change of a subscription: absent keeps, and nothing can be cleared")
    record Update(
            @Schema(description = "What people call it") @Size(min = 1, max = 200) @Nullable
            String name,

            @Schema(description = "Where to post") @Size(min = 1, max = 2000) @Nullable
            String url,

            @Schema(description = "What to tell") @Size(min = 1, max = 20) @Nullable
            List<@NotNull EventType> events,

            @Schema(description = "`active` again begins with a clean slate; what was given up meanwhile is not sent")
            Subscription.@Nullable State state) {}

    @Schema(
            name = "Subscription",
            description = "Somebody who is told what happens, and how that goes",
            requiredProperties = {"id", "kind", "name", "events", "state", "failures", "created_at"})
    record View(
            @Schema(examples = "7") @Size(max = 20) String id,

            Channel kind,

            @Schema(description = "What people call it") @Size(max = 200)
            String name,

            @Schema(
                    description = "Scheme and host; the rest is a secret. Absent where nobody can read it any more",
                    examples = "https://hooks.example.com")
            @Size(max = 2000)
            @Nullable
            String url,

            @Schema(description = "What is told") @Size(max = 20)
            List<EventType> events,

            Subscription.State state,

            Subscription.@Nullable OffBecause offBecause,

            @Schema(description = "Attempts that failed since the last one that did not", minimum = "0")
            int failures,

            @Schema(
                    description = "When the first of those attempts failed; absent where there are none",
                    examples = "2026-11-20T08:30:00Z")
            @Nullable
            Instant failingSince,

            @Schema(
                    description = "When something arrived last; absent: nothing did yet",
                    examples = "2026-11-20T08:30:00Z")
            @Nullable
            Instant lastSuccess,

            @Schema(
                    description = "What a webhook is signed with, shown when it is made and never again",
                    examples = "whsec_...")
            @Size(max = 100)
            @Nullable
            String secret,

            @Schema(examples = "2026-11-20T08:30:00Z") Instant createdAt) {

        /**
         * @param url as much of it as may be shown; null where it cannot be decrypted, so that nothing can be sent
         * @param secret where it was just made
         */
        static View of(Subscription subscription, @Nullable String url, @Nullable SigningSecret secret) {
            return new View(
                    String.valueOf(subscription.id),
                    subscription.kind,
                    subscription.name,
                    url,
                    subscription.events(),
                    url == null ? Subscription.State.off : subscription.state,
                    url == null ? Subscription.OffBecause.unreadable : subscription.offBecause,
                    subscription.failures,
                    subscription.failingSince,
                    subscription.lastSuccess,
                    secret == null ? null : secret.text(),
                    subscription.createdAt);
        }
    }

    @Schema(
            name = "Attempt",
            description = "One event on its way to a subscription: how its sending goes, or went",
            requiredProperties = {"id", "event", "webhook_id", "state", "attempts", "told_at"})
    record Attempt(
            @Schema(examples = "4711") @Size(max = 20) String id,

            @Schema(
                    description = "Its type; `test` where somebody tried the subscription out",
                    examples = "concern.surfaced")
            @Size(max = 60)
            String event,

            @Schema(
                    description = "The same for every attempt, so that a receiver knows a repetition",
                    examples = "msg_5f0c0a2b4c9f4f8c9a3e2f7d1b6a8c0e")
            @Size(max = 60)
            String webhookId,

            Outgoing.State state,

            @Schema(description = "How many were made", minimum = "0", maximum = "10")
            int attempts,

            @Schema(
                    description = "The status that the last attempt was answered with",
                    minimum = "100",
                    maximum = "999")
            @Nullable
            Integer lastStatus,

            @Schema(description = "Why the last attempt failed")
            Outcome.@Nullable Failure lastFailure,

            @Schema(description = "When what it tells happened", examples = "2026-11-20T08:30:00Z")
            Instant toldAt,

            @Schema(description = "When it is tried next; absent once it is settled", examples = "2026-11-20T08:30:05Z")
            @Nullable
            Instant nextAttempt,

            @Schema(description = "When it arrived or was given up", examples = "2026-11-20T08:30:00Z") @Nullable
            Instant settledAt) {

        static Attempt of(Outgoing row) {
            return new Attempt(
                    String.valueOf(row.id),
                    row.type,
                    row.messageId(),
                    row.state,
                    row.attempts,
                    row.lastStatus,
                    row.lastFailure,
                    row.toldAt,
                    row.nextAt,
                    row.settledAt);
        }
    }
}
