package dev.groundswell.notify;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "SubscriptionKind",
        description =
                "How a receiver is told: `webhook` follows Standard Webhooks, `slack` and `teams` are incoming webhooks there")
enum Channel {
    webhook,
    slack,
    teams;

    /** These two say so with 404, too, when somebody has taken the address away. */
    boolean isGone(int status) {
        return status == 410 || (status == 404 && this != webhook);
    }
}
