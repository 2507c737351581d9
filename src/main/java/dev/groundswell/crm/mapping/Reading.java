package dev.groundswell.crm.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.deal.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of one item of a payload. */
public sealed interface Reading {

    /**
     * It tells something of a deal.
     *
     * @param event what names the event; null where nothing does
     * @param time when the source learned it; null where it does not say
     * @param account the vendor's account that it comes from; null where it does not say
     * @param fields an absent one is left alone, JSON null clears; the owner still has a name
     * @param remarks what could not be used, and why: for people, without the values
     */
    record Told(
            String variant,
            String externalId,
            @Nullable String event,
            @Nullable Instant time,
            @Nullable String account,
            Map<Field, JsonNode> fields,
            List<String> remarks)
            implements Reading {}

    /** It is about something else. */
    record Ignored(String variant) implements Reading {}

    /** It cannot be understood. */
    record Refused(String variant, String reason, String detail) implements Reading {}
}
