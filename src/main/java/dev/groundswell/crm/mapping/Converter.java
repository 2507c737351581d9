package dev.groundswell.crm.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a value is read: each gives a text, a {@link BigDecimal}, an {@link Instant} or a {@link LocalDate}. */
public final class Converter {

    /** What cannot be read: the message says what was expected, never what was there. */
    public static final class Unreadable extends RuntimeException {

        Unreadable(String expected) {
            super(expected);
        }
    }

    private static final List<String> NAMES = List.of(
            "text",
            "id",
            "salesforce_id",
            "decimal",
            "minor_units",
            "micros",
            "epoch_s",
            "epoch_ms",
            "epoch_us",
            "time",
            "iso",
            "naive_utc",
            "ms_date",
            "date");

    private static final String DATE_PATTERN = "date:";
    private static final Pattern MS_DATE = Pattern.compile("/Date\\((-?\\d{1,17})([+-]\\d{4})?\\)/");

    /** With a space or a T, with or without fractions of a second, and without a zone. */
    private static final DateTimeFormatter NAIVE = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    public static final Converter TEXT = new Converter("text");

    private final String name;
    private final @Nullable DateTimeFormatter pattern;

    @JsonCreator
    public Converter(String name) {
        this.pattern = name.startsWith(DATE_PATTERN)
                ? DateTimeFormatter.ofPattern(name.substring(DATE_PATTERN.length()), Locale.ROOT)
                : null;
        if (pattern == null && !NAMES.contains(name)) {
            throw new IllegalArgumentException("is none of " + String.join(", ", NAMES) + ", date:<pattern>");
        }
        this.name = name;
    }

    /** Reads a value that is neither null nor missing. */
    Object read(JsonNode node) {
        if (!node.isValueNode()) {
            throw new Unreadable("expected one value, found a structure");
        }
        var text = node.asText().strip();
        try {
            return switch (name) {
                case "text" -> node.asText();
                case "id" -> id(text);
                case "salesforce_id" -> SalesforceId.long18(id(text));
                case "decimal" -> decimal(text);
                case "minor_units" -> decimal(text).movePointLeft(2);
                case "micros" -> decimal(text).movePointLeft(6);
                case "epoch_s" -> seconds(decimal(text));
                case "epoch_ms" -> seconds(decimal(text).movePointLeft(3));
                case "epoch_us" -> seconds(decimal(text).movePointLeft(6));
                case "time" -> time(text);
                case "iso" -> instant(text);
                case "naive_utc" -> naive(text);
                case "ms_date" -> msDate(text);
                case "date" -> date(text);
                default -> LocalDate.parse(text, Objects.requireNonNull(pattern));
            };
        } catch (DateTimeException | ArithmeticException | NumberFormatException wrong) {
            throw new Unreadable("expected " + name);
        }
    }

    private static String id(String text) {
        if (text.isEmpty() || text.length() > 200 || text.chars().anyMatch(Character::isISOControl)) {
            throw new Unreadable("expected an id of 1 to 200 characters");
        }
        return text;
    }

    /** Bounded, so that 1e1000000000 does not fill the memory once it is written out. */
    private static BigDecimal decimal(String text) {
        if (text.length() > 60) {
            throw new Unreadable("expected a number");
        }
        var number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > 30 || number.precision() > 40) {
            throw new Unreadable("expected a number of a sensible size");
        }
        return number;
    }

    private static Instant seconds(BigDecimal seconds) {
        var whole = seconds.longValue();
        return Instant.ofEpochSecond(
                whole,
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }

    /** Seconds or milliseconds since 1970, told apart by their size, or a time as ISO 8601 writes it. */
    private static Instant time(String text) {
        if (!text.matches("\\d{9,14}")) {
            return instant(text);
        }
        var number = Long.parseLong(text);
        return text.length() > 11 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    /** A time with its zone; one without is taken for UTC, a day alone for its start. */
    private static Instant instant(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        var colon = text.matches(".*[+-]\\d{4}")
                ? text.substring(0, text.length() - 2) + ":" + text.substring(text.length() - 2)
                : text;
        return colon.matches(".*(Z|[+-]\\d{2}:\\d{2})")
                ? OffsetDateTime.parse(colon.replace(' ', 'T')).toInstant()
                : naive(text);
    }

    private static Instant naive(String text) {
        return LocalDateTime.parse(text, NAIVE).toInstant(ZoneOffset.UTC);
    }

    private static Instant msDate(String text) {
        var parts = MS_DATE.matcher(text);
        if (!parts.matches()) {
            throw new Unreadable("expected /Date(<milliseconds>)/");
        }
        return Instant.ofEpochMilli(Long.parseLong(parts.group(1)));
    }

    /** A day as such; of a time, the day that is written. */
    private static LocalDate date(String text) {
        return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    }

    @JsonValue
    @Override
    public String toString() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Converter converter && converter.name.equals(name);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(name);
    }
}
