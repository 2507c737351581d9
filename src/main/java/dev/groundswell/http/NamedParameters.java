package dev.groundswell.http;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Parameters that come by name and not in a URL, read into the same beans by the same rules, so that they are refused with
 * the same words.
 */
public final class NamedParameters {

    private static final ParameterConverters CONVERTERS = new ParameterConverters();

    private final Map<String, List<String>> given;

    /** @param given each name with the texts that were given for it */
    public NamedParameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** The parameters that a bean knows, each with the field that takes it. */
    public static Map<String, Field> of(Class<?> bean) {
        var known = new LinkedHashMap<String, Field>();
        for (var field : bean.getFields()) {
            var parameter = field.getAnnotation(QueryParam.class);
            if (parameter != null) {
                known.put(parameter.value(), field);
            }
        }
        return known;
    }

    /** A bean with those of its parameters that were given. */
    public <T> T read(Class<T> bean) {
        try {
            var made = bean.getConstructor().newInstance();
            for (var known : of(bean).entrySet()) {
                var texts = given.get(known.getKey());
                if (texts != null) {
                    known.getValue().set(made, value(known.getKey(), known.getValue(), texts));
                } else if (known.getValue().isAnnotationPresent(NotNull.class)) {
                    throw ProblemException.invalid("/query/" + known.getKey(), "is needed");
                }
            }
            return made;
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException("not a bean of parameters: " + bean.getName(), wrong);
        }
    }

    private static Object value(String name, Field field, List<String> texts) {
        if (List.class.isAssignableFrom(field.getType())) {
            return texts;
        }
        if (texts.size() != 1) {
            throw ProblemException.invalid("/query/" + name, "takes one value");
        }
        var converter = CONVERTERS.getConverter(field.getType(), field.getGenericType(), field.getAnnotations());
        return converter == null ? texts.get(0) : Objects.requireNonNull(converter.fromString(texts.get(0)));
    }
}
