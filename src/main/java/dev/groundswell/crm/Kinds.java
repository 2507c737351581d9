package dev.groundswell.crm;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The kinds of CRM that are known: each is a file, but for those of the house, which share one. Behind a proxy, so that
 * the files are read once somebody asks, and not by the jobs that begin beside the first request.
 */
@ApplicationScoped
class Kinds {

    private static final List<String> VENDORS = List.of(
            "hubspot",
            "pipedrive",
            "salesforce",
            "close",
            "dynamics",
            "zoho",
            "twenty",
            "espocrm",
            "odoo",
            "freshsales",
            "highlevel",
            "rdstation",
            "amocrm");

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Adapter> adapters;

    Kinds(@All List<Adapter> adapters) {
        this.adapters = adapters.stream().collect(Collectors.toMap(Adapter::kind, Function.identity()));
        VENDORS.forEach(vendor -> add(vendor, load(vendor)));
        var house =
                JSON.convertValue(load("house").get("kinds"), new TypeReference<Map<String, Map<String, Object>>>() {});
        house.forEach(this::add);
    }

    Collection<Kind> all() {
        return kinds.values();
    }

    Optional<Kind> find(String key) {
        return Optional.ofNullable(kinds.get(key));
    }

    /** The kind of a connection that is there. */
    Kind get(String key) {
        return Objects.requireNonNull(kinds.get(key), "a kind that is used is never taken away");
    }

    /** What data cannot say of it; nothing, for most. */
    Adapter adapter(String kind) {
        return adapters.getOrDefault(kind, () -> kind);
    }

    private void add(String key, Map<String, Object> file) {
        var named = new LinkedHashMap<>(file);
        named.put("key", key);
        kinds.put(key, JSON.convertValue(named, Kind.class));
    }

    private static Map<String, Object> load(String name) {
        try (var stream = Objects.requireNonNull(Kinds.class.getResourceAsStream("kinds/" + name + ".yaml"), name)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
