package dev.groundswell.access;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Key",
        description = "A key as its holder, or the admin of an integration, sees it",
        requiredProperties = {"id", "hint", "scopes", "created_on"})
record KeyView(
        @Schema(examples = "17") @Size(max = 20) String id,

        @Schema(description = "Eight letters in the middle of the key, to tell keys apart", examples = "1f0aa4xx")
        @Size(max = 40)
        String hint,

        @Schema(description = "The integration's name; absent for a person's key", examples = "HubSpot production")
        @Size(max = 100)
        @Nullable
        String name,

        @Schema(description = "What the key may do; empty means everything that its role may do") @Size(max = 20)
        List<String> scopes,

        @Schema(description = "The day on which it was made")
        LocalDate createdOn,

        @Schema(description = "When it ends by itself; absent: never") @Nullable
        Instant expiresAt,

        @Schema(description = "To the day, and for integrations only") @Nullable
        LocalDate lastUsedOn,

        @Schema(
                description = "The whole key, in the answer that makes it and never again",
                examples = "gsw_live_k3v9q2mz1f0aa4xx_Zr5VnRr6kC0nJ8yqLw3uGd1hQe7tXb000001")
        @Size(max = 100)
        @Nullable
        String key) {

    static KeyView of(ApiKey key) {
        return of(key, null);
    }

    static KeyView of(Keys.Made made) {
        return of(made.key(), made.text());
    }

    private static KeyView of(ApiKey key, @Nullable String text) {
        return new KeyView(
                String.valueOf(key.id),
                key.handle,
                key.member.name,
                List.of(key.scopes),
                key.createdOn,
                key.expiresAt,
                key.lastUsedOn,
                text);
    }
}
