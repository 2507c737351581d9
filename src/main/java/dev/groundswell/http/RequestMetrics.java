package dev.groundswell.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many answers were given within these times is counted: an average would hide the slow ones. Addresses are told as their
 * templates. What is refused before a template is found has none, and its address may hold a hook's token or the id of a deal: it
 * is told as another address.
 */
class RequestMetrics implements MeterFilter {

    private static final String REQUESTS = "http.server.requests";
    private static final String URI = "uri";
    private static final Tag OTHER = Tag.of(URI, "OTHER");

    /** Those that are no resource, and what the framework calls what it did not find. */
    private static final Set<String> NO_RESOURCES =
            Set.of("/", "/say", "/mcp", "root", "NOT_FOUND", "REDIRECTION", "UNKNOWN");

    private static final double[] WITHIN = Stream.of(50, 200, 500, 1_000, 5_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    private final BeanManager beans;
    private final AtomicReference<@Nullable Set<String>> templates = new AtomicReference<>();

    private RequestMetrics(BeanManager beans) {
        this.beans = beans;
    }

    /** Makes the filter, which is asked once requests come. */
    static class Producer {

        @Produces
        @Singleton
        MeterFilter requestMetrics(BeanManager beans) {
            return new RequestMetrics(beans);
        }
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        var uri = id.getName().equals(REQUESTS) ? id.getTag(URI) : null;
        return uri == null || NO_RESOURCES.contains(uri) || templates().contains(uri) ? id : id.withTag(OTHER);
    }

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals(REQUESTS)
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(WITHIN)
                        .build()
                        .merge(config)
                : config;
    }

    private Set<String> templates() {
        var known = templates.get();
        if (known == null) {
            known = new HashSet<>();
            for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
                var root = bean.getBeanClass().getAnnotation(Path.class);
                if (root != null) {
                    for (var method : bean.getBeanClass().getMethods()) {
                        if (isEndpoint(method)) {
                            known.add(join(root, method.getAnnotation(Path.class)));
                        }
                    }
                }
            }
            templates.set(known);
        }
        return known;
    }

    private static boolean isEndpoint(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static String join(Path root, @Nullable Path below) {
        var path = root.value() + "/" + (below == null ? "" : below.value());
        return "/" + path.replaceAll("/+", "/").replaceAll("^/|/$", "");
    }
}
