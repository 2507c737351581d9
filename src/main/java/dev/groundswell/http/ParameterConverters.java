package dev.groundswell.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads parameters, and names the one that cannot be read (the framework's own answer would be an empty 404). */
@Provider
class ParameterConverters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        var pointer = Parameters.pointer(annotations);
        if (pointer == null) {
            return null;
        }
        if (type == Integer.class || type == int.class) {
            return new Reader<>(text -> (T) integer(pointer, text));
        }
        if (type == LocalDate.class) {
            return new Reader<>(text -> (T) date(pointer, text));
        }
        if (type.isEnum()) {
            return new Reader<>(text -> constant(pointer, type, text));
        }
        return null;
    }

    private static Integer integer(String pointer, String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException unreadable) {
            throw ProblemException.at(pointer, ProblemType.unreadable, "must be a whole number");
        }
    }

    private static LocalDate date(String pointer, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw ProblemException.invalid(pointer, "must be a date such as 2026-11-20");
        }
    }

    private static <T> T constant(String pointer, Class<T> type, String text) {
        for (T constant : type.getEnumConstants()) {
            if (constant.toString().equals(text)) {
                return constant;
            }
        }
        if (pointer.startsWith("/path/")) {
            throw ProblemException.notFound();
        }
        var words = Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        throw ProblemException.invalid(pointer, "must be one of " + words);
    }

    private record Reader<T>(Function<String, T> reading) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String text) {
            return text == null ? null : reading.apply(text);
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
