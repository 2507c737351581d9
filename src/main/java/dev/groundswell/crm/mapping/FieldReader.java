package dev.groundswell.crm.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.groundswell.deal.Field;
import dev.groundswell.deal.Outcome;
import dev.groundswell.deal.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one item. A field that cannot be used is left alone, with a remark: better unknown than wrong. */
final class FieldReader {

    private static final Map<FieldName, Field> NAMES = Map.of(
            FieldName.owner, Field.owner,
            FieldName.product, Field.product,
            FieldName.segment, Field.segment,
            FieldName.region, Field.region);

    private static final Map<FieldName, Field> PRICES = Map.of(
            FieldName.price_list, Field.price_list,
            FieldName.price_quoted, Field.price_quoted,
            FieldName.price_competitor, Field.price_competitor,
            FieldName.price_would_have_won, Field.price_would_have_won,
            FieldName.price_discount_asked, Field.price_discount_asked);

    private static final int EARLIEST = 1990;
    private static final int LATEST = 2099;

    private final Variant variant;
    private final Item item;
    private final MappingReader.Dialect dialect;
    private final Instant moment;
    private final Map<Field, JsonNode> fields = new EnumMap<>(Field.class);
    private final List<String> remarks = new ArrayList<>();

    FieldReader(Variant variant, Item item, MappingReader.Dialect dialect, Instant moment) {
        this.variant = variant;
        this.item = item;
        this.dialect = dialect;
        this.moment = moment;
    }

    List<String> remarks() {
        return remarks;
    }

    Map<Field, JsonNode> read() {
        stateAndStage();
        closedOn();
        money();
        NAMES.forEach((name, field) -> set(name, field, (pick, raw) -> nameOrNothing(name, text(pick, raw))));
        set(FieldName.note, Field.note, (pick, raw) -> Values.note(text(pick, raw)));
        set(FieldName.reason, Field.reasons, (pick, raw) -> listed(Values.reasons(texts(pick, raw))));
        set(FieldName.competitor, Field.competitors, (pick, raw) -> listed(Values.competitors(texts(pick, raw))));
        set(FieldName.outcome, Field.outcome, (pick, raw) -> word(FieldName.outcome, Outcome.class, pick, raw));
        return fields;
    }

    /** What the workspace says of a stage goes before what the preset says. */
    private void stateAndStage() {
        set(FieldName.stage, Field.stage, (pick, raw) -> Values.name(text(pick, raw)));
        var stage = fields.get(Field.stage);
        var said = stage == null || stage.isNull() ? null : dialect.stateOf(stage.textValue());
        if (said == null) {
            set(FieldName.state, Field.state, (pick, raw) -> word(FieldName.state, State.class, pick, raw));
        } else {
            fields.put(Field.state, TextNode.valueOf(said.name()));
        }
    }

    /** A day in the future is a hope, and so is any day while the deal is open. */
    private void closedOn() {
        set(FieldName.closed_on, Field.closed_on, (pick, raw) -> {
            var read = MappingReader.converter(pick, "date").read(raw);
            var day = read instanceof Instant instant
                    ? LocalDate.ofInstant(instant, dialect.zone())
                    : read instanceof LocalDate date ? date : null;
            if (day == null || day.getYear() < EARLIEST || day.getYear() > LATEST) {
                remarks.add("closed_on: no day between 1990 and 2099, left out");
                return null;
            }
            if (day.isAfter(LocalDate.ofInstant(moment, dialect.zone()).plusDays(1))) {
                remarks.add("closed_on: lies in the future, so it is an expectation, left out");
                return null;
            }
            return TextNode.valueOf(day.toString());
        });
        var state = fields.get(Field.state);
        if (state != null && "open".equals(state.textValue())) {
            fields.put(Field.closed_on, NullNode.getInstance());
        }
    }

    private void money() {
        set(FieldName.amount, Field.amount, (pick, raw) -> amount(FieldName.amount, pick, raw));
        set(FieldName.currency, Field.currency, (pick, raw) -> currency(FieldName.currency, text(pick, raw)));
        if (fields.containsKey(Field.amount) && !fields.containsKey(Field.currency) && dialect.currency() != null) {
            fields.put(Field.currency, TextNode.valueOf(dialect.currency()));
        }
        PRICES.forEach((name, field) -> set(name, field, (pick, raw) -> {
            var amount = amount(name, pick, raw);
            var currency = priceCurrency();
            if (amount == null || currency == null) {
                remarks.add(name + ": has no currency, left out");
                return null;
            }
            var price = JsonNodeFactory.instance.objectNode();
            price.set("amount", amount);
            price.put("currency", currency);
            return price;
        }));
    }

    private @Nullable String priceCurrency() {
        for (var pick : variant.fields().getOrDefault(FieldName.price_currency, List.of())) {
            var raw = pick.raw(item);
            if (!MappingReader.isBlank(raw)) {
                return Values.currency(text(pick, raw));
            }
        }
        var told = fields.get(Field.currency);
        return told == null || told.isNull() ? dialect.currency() : told.textValue();
    }

    private @Nullable JsonNode amount(FieldName name, Pick pick, JsonNode raw) {
        var amount = MappingReader.converter(pick, "decimal").read(raw) instanceof BigDecimal number
                ? Values.amount(number)
                : null;
        if (amount == null) {
            remarks.add(name + ": is negative or too large, left out");
            return null;
        }
        return TextNode.valueOf(amount);
    }

    private @Nullable JsonNode currency(FieldName name, String text) {
        var code = Values.currency(text);
        if (code == null) {
            remarks.add(name + ": is not a currency of ISO 4217, left out");
            return null;
        }
        return TextNode.valueOf(code);
    }

    private @Nullable JsonNode nameOrNothing(FieldName name, String text) {
        if (!Values.isName(text)) {
            remarks.add(name + ": holds no letter and no digit, left out");
            return null;
        }
        return Values.name(text);
    }

    /** A word that nobody has explained is unknown, whatever was known before. */
    private <E extends Enum<E>> JsonNode word(FieldName name, Class<E> type, Pick pick, JsonNode raw) {
        var translated = pick.translate(text(pick, raw));
        if (translated == null
                || Arrays.stream(type.getEnumConstants())
                        .noneMatch(word -> word.name().equals(translated))) {
            remarks.add(name + ": the value is not in the value map, so it is unknown");
            return NullNode.getInstance();
        }
        return TextNode.valueOf(translated);
    }

    private static String text(Pick pick, JsonNode raw) {
        var text = Values.clean(
                String.valueOf(MappingReader.converter(pick, "text").read(raw)));
        return pick.prefix() == null ? text : pick.prefix() + text;
    }

    /** A list of nothing says as much as nothing. */
    private static JsonNode listed(JsonNode list) {
        return list.isEmpty() ? NullNode.getInstance() : list;
    }

    /** Several where the value is a list, or is split. */
    private static List<String> texts(Pick pick, JsonNode raw) {
        var texts = new ArrayList<String>();
        for (var each : raw.isArray() ? raw : List.of(raw)) {
            var text = text(pick, each);
            for (var part :
                    pick.split() == null ? List.of(text) : Arrays.asList(text.split(Pattern.quote(pick.split())))) {
                var translated = pick.translate(part);
                if (translated != null && Values.isName(translated)) {
                    texts.add(translated);
                }
            }
        }
        return texts;
    }

    /** The first way whose place is present holds: null and blank clear, and what cannot be used is left alone. */
    private void set(FieldName name, Field field, BiFunction<Pick, JsonNode, @Nullable JsonNode> reading) {
        for (var pick : variant.fields().getOrDefault(name, List.of())) {
            var raw = pick.raw(item);
            if (raw.isMissingNode()) {
                continue;
            }
            if (MappingReader.isBlank(raw)) {
                fields.put(field, NullNode.getInstance());
                return;
            }
            try {
                var value = reading.apply(pick, raw);
                if (value != null) {
                    fields.put(field, value);
                }
            } catch (Converter.Unreadable unreadable) {
                remarks.add(name + ": " + unreadable.getMessage() + ", left out");
            }
            return;
        }
    }
}
