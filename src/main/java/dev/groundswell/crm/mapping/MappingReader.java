package dev.groundswell.crm.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.deal.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads payloads by a mapping: the same payload is the same reading, whoever reads it when. */
public final class MappingReader {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2099-12-31T00:00:00Z");

    private final Mapping mapping;
    private final Dialect dialect;

    /**
     * Reads by this mapping.
     *
     * @param dialect what this workspace's words mean
     */
    public MappingReader(Mapping mapping, Dialect dialect) {
        this.mapping = mapping;
        this.dialect = dialect;
    }

    /**
     * What a workspace has said about its own CRM.
     *
     * @param stages what its stages mean, where that is not plain
     * @param currency of amounts that come without one; null where nobody has said it
     * @param zone in which a point in time is a day
     */
    public record Dialect(
            Map<String, State> stages, @Nullable String currency, ZoneId zone) {

        @Nullable
        State stateOf(String stage) {
            for (var entry : stages.entrySet()) {
                if (entry.getKey().equalsIgnoreCase(stage.strip())) {
                    return entry.getValue();
                }
            }
            return null;
        }
    }

    /** Each item on its own: one that is bad does not touch the others. */
    public List<Reading> read(Payload payload, Variant.Use use, Instant receivedAt) {
        var readings = new ArrayList<Reading>();
        var whole = new Item(payload.tree(), payload);
        boolean known = false;
        for (var variant : mapping.variants()) {
            if (variant.readsOrDefault() == use && Condition.allHold(variant.when(), whole)) {
                known = true;
                for (var tree : items(variant, payload.tree())) {
                    readings.add(read(variant, new Item(tree, payload), receivedAt));
                }
            }
        }
        if (!known) {
            readings.add(new Reading.Refused("", "unknown_shape", "no variant of the mapping knows this payload"));
        }
        return readings;
    }

    /** What a stage means, as the mapping and the workspace say; null where neither does. */
    public @Nullable State stateOf(String stage) {
        var said = dialect.stateOf(stage);
        return said == null ? byValueMaps(stage) : said;
    }

    private @Nullable State byValueMaps(String stage) {
        for (var variant : mapping.variants()) {
            for (var pick : variant.fields().getOrDefault(FieldName.state, List.of())) {
                var translated = pick.values() == null ? null : pick.translate(stage);
                if (translated != null && State.isWord(translated)) {
                    return State.valueOf(translated);
                }
            }
        }
        return null;
    }

    /** True where files of exports can be read. */
    public static boolean readsExports(Mapping mapping) {
        return mapping.variants().stream().anyMatch(variant -> variant.readsOrDefault() == Variant.Use.exports);
    }

    private static List<JsonNode> items(Variant variant, JsonNode tree) {
        if (variant.items() == null) {
            return List.of(tree);
        }
        var items = new ArrayList<JsonNode>();
        for (var place : variant.items()) {
            var found = place.follow(tree);
            if (found.isArray()) {
                found.forEach(items::add);
            } else if (!found.isMissingNode() && !found.isNull()) {
                items.add(found);
            }
        }
        return items;
    }

    private Reading read(Variant variant, Item item, Instant receivedAt) {
        if (!Condition.allHold(variant.of(), item)) {
            return new Reading.Ignored(variant.name());
        }
        try {
            var id = text(variant.id(), item);
            if (id == null) {
                return new Reading.Refused(
                        variant.name(), "no_deal_id", "there is no id of a deal where one should be");
            }
            var time = time(variant.time(), item);
            var fields = new FieldReader(variant, item, dialect, time == null ? receivedAt : time);
            return new Reading.Told(
                    variant.name(),
                    id,
                    event(variant.event(), item),
                    time,
                    text(variant.account(), item),
                    fields.read(),
                    fields.remarks());
        } catch (Converter.Unreadable unreadable) {
            return new Reading.Refused(variant.name(), "unreadable_value", String.valueOf(unreadable.getMessage()));
        }
    }

    /** Null where a part is missing: such an event has no name. */
    private static @Nullable String event(@Nullable List<Pick> picks, Item item) {
        if (picks == null) {
            return null;
        }
        var parts = new ArrayList<String>();
        for (var pick : picks) {
            var raw = pick.raw(item);
            if (raw.isMissingNode() || raw.isNull()) {
                return null;
            }
            parts.add(raw.isValueNode() ? raw.asText() : raw.toString());
        }
        return String.join("\u001f", parts);
    }

    private static @Nullable Instant time(@Nullable List<Pick> picks, Item item) {
        if (picks == null) {
            return null;
        }
        for (var pick : picks) {
            var raw = pick.raw(item);
            if (!isBlank(raw) && converter(pick, "iso").read(raw) instanceof Instant instant) {
                if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                    throw new Converter.Unreadable("expected a time between 1990 and 2099");
                }
                return instant;
            }
        }
        return null;
    }

    private static @Nullable String text(@Nullable List<Pick> picks, Item item) {
        if (picks == null) {
            return null;
        }
        for (var pick : picks) {
            var raw = pick.raw(item);
            if (!isBlank(raw)) {
                return String.valueOf(converter(pick, "id").read(raw));
            }
        }
        return null;
    }

    static boolean isBlank(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || (node.isTextual() && node.textValue().isBlank());
    }

    static Converter converter(Pick pick, String otherwise) {
        return pick.as() == null ? new Converter(otherwise) : pick.as();
    }
}
