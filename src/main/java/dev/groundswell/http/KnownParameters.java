package dev.groundswell.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters that an endpoint does not know: a misspelt filter must not be taken for no filter. */
class KnownParameters {

    private static final Map<Method, Set<String>> KNOWN = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, ResourceInfo endpoint, HttpServerRequest http) {
        if (String.valueOf(http.path()).indexOf(';') >= 0) {
            // the framework would take it for the end: another deal would be written, a filter not be seen; and it
            // decodes
            // what stands before it twice, so this comes first
            throw ProblemException.at(
                    "/path", ProblemType.unreadable, "holds a semicolon; write %3B for one that is meant");
        }
        request.getUriInfo().getPathParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(KnownParameters::hasControlCharacter)) {
                throw ProblemException.at("/path/" + name, ProblemType.unreadable, "holds a control character");
            }
        });
        if (endpoint.getResourceMethod() == null
                || endpoint.getResourceMethod().isAnnotationPresent(AnyParameters.class)) {
            return;
        }
        var given = request.getUriInfo().getQueryParameters();
        var known = KNOWN.computeIfAbsent(endpoint.getResourceMethod(), KnownParameters::of);
        var places = new ArrayList<Problem.Place>();
        for (var parameter : given.entrySet()) {
            var pointer = "/query/" + parameter.getKey();
            if (!known.contains(parameter.getKey())) {
                places.add(new Problem.Place(pointer, "is not a parameter that is known here"));
            } else if (parameter.getValue().stream().anyMatch(KnownParameters::hasControlCharacter)) {
                places.add(new Problem.Place(pointer, "holds a control character"));
            }
        }
        if (!places.isEmpty()) {
            throw ProblemException.of(ProblemType.unreadable, places);
        }
    }

    private static boolean hasControlCharacter(String value) {
        return value.chars().anyMatch(Character::isISOControl);
    }

    private static Set<String> of(Method method) {
        var names = new HashSet<String>();
        for (var parameter : method.getParameters()) {
            var query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (var field : parameter.getType().getFields()) {
                    var nested = field.getAnnotation(QueryParam.class);
                    if (nested != null) {
                        names.add(nested.value());
                    }
                }
            }
        }
        return names;
    }
}
