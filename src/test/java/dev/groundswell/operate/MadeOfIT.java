package dev.groundswell.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the service is made of is told in full, and may all be given on. */
class MadeOfIT {

    private static final Path SBOM = Path.of("target/groundswell-sbom.json");
    private static final Path LISTING = Path.of("THIRD-PARTY.md");
    private static final Path FRESH = Path.of("target/THIRD-PARTY.md");

    /** Licences under which a part may go along with a program under Apache-2.0, without asking anything of that program. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "ISC",
            "CC0-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "PostgreSQL",
            "UPL-1.0");

    /** What parts call their licences, where they use no identifier of SPDX. */
    private static final Map<String, String> SAID_OTHERWISE = Map.of();

    /** Parts that say nothing: by their own pages. */
    private static final Map<String, String> SAY_NOTHING = Map.of();

    @Test
    void everyPartHasALicenceThatAllowsIt() throws IOException {
        var refused = new TreeMap<String, Set<String>>();
        licences().forEach((part, licences) -> {
            // who offers several leaves the choice
            if (licences.stream().noneMatch(ALLOWED::contains)) {
                refused.put(part, licences);
            }
        });

        assertThat(refused).isEmpty();
    }

    @Test
    void theListingIsTheGeneratedOne() throws IOException {
        var text = new StringBuilder("# What Groundswell is made of\n\n"
                + "Generated from the packaged service; `MadeOfIT` holds it against " + SBOM
                + ", where the checksums are. A new one is left in " + FRESH
                + ".\n\n| part | version | licence |\n|---|---|---|\n");
        licences()
                .forEach((part, licences) -> text.append("| ")
                        .append(part.replace(" ", " | "))
                        .append(" | ")
                        .append(String.join(" or ", licences))
                        .append(" |\n"));
        Files.writeString(FRESH, text);

        assertThat(LISTING).hasContent(text.toString());
    }

    @Test
    void everyJarOfThePackageIsTold() throws IOException {
        var told = new HashSet<String>();
        components()
                .forEach(each -> told.add(
                        each.path("group").asText() + "." + each.path("name").asText() + "-"
                                + each.path("version").asText()));
        var untold = new TreeSet<String>();
        try (var files = Files.walk(Path.of("target/quarkus-app/lib"))) {
            for (var jar : files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList()) {
                if (told.stream().noneMatch(jar::startsWith)) {
                    untold.add(jar);
                }
            }
        }

        assertThat(untold).isEmpty();
    }

    /** By name and version. */
    private static TreeMap<String, Set<String>> licences() throws IOException {
        var licences = new TreeMap<String, Set<String>>();
        for (var component : components()) {
            var name = component.path("group").asText() + ":"
                    + component.path("name").asText();
            var said = new TreeSet<String>();
            component.path("licenses").forEach(each -> {
                var word = each.has("expression")
                        ? each.path("expression").asText()
                        : each.at("/license/id").asText(each.at("/license/name").asText());
                said.addAll(List.of(SAID_OTHERWISE.getOrDefault(word, word).split(" OR ")));
            });
            if (said.isEmpty() && SAY_NOTHING.containsKey(name)) {
                said.add(SAY_NOTHING.get(name));
            }
            licences.put(name + " " + component.path("version").asText(), said);
        }
        return licences;
    }

    private static List<JsonNode> components() throws IOException {
        var components = new ObjectMapper().readTree(Files.readString(SBOM)).path("components");
        assertThat(components).hasSizeGreaterThan(100);
        return components.valueStream().toList();
    }
}
