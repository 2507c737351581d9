package dev.groundswell.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import org.jspecify.annotations.Nullable;

/** Finds out which part of a request a Java parameter stands for. */
final class Parameters {

    private Parameters() {}

    /** The place that a violated constraint speaks of: in the body, or among the parameters. */
    static String pointer(ConstraintViolation<?> violation) {
        Path.@Nullable MethodNode method = null;
        for (var node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                method = node.as(Path.MethodNode.class);
            }
            if (node.getKind() == ElementKind.PARAMETER && method != null) {
                var declared = find(violation.getRootBeanClass(), method);
                if (declared != null) {
                    var parameter = declared.getParameters()[
                            node.as(Path.ParameterNode.class).getParameterIndex()];
                    var place = Pointers.of(violation.getPropertyPath());
                    boolean wrapped = parameter.getType() == MergePatch.class && place.startsWith("/value");
                    return prefix(parameter) + (wrapped ? place.substring("/value".length()) : place);
                }
            }
        }
        return Pointers.of(violation.getPropertyPath());
    }

    /** {@code /query/since} for a parameter so annotated, or null for what is no parameter of a request. */
    static @Nullable String pointer(Annotation[] annotations) {
        for (var annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return "/query/" + query.value();
            }
            if (annotation instanceof PathParam path) {
                return "/path/" + path.value();
            }
            if (annotation instanceof HeaderParam header) {
                return "/header/" + header.value();
            }
        }
        return null;
    }

    private static String prefix(Parameter parameter) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return "/query";
        }
        var pointer = pointer(parameter.getAnnotations());
        return pointer == null ? "" : pointer;
    }

    private static @Nullable Method find(Class<?> bean, Path.MethodNode node) {
        var types = node.getParameterTypes().toArray(Class<?>[]::new);
        // the bean is a generated subclass, whose methods do not carry the annotations
        var declared = bean;
        while (declared.getSimpleName().contains("_Subclass") && declared.getSuperclass() != null) {
            declared = declared.getSuperclass();
        }
        try {
            return declared.getMethod(node.getName(), types);
        } catch (NoSuchMethodException unknown) {
            return null;
        }
    }
}
