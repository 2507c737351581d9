package dev.groundswell.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The files of deploy/ keep what they promise, and name settings that there are. */
class DeployTest {

    private static final Path DEPLOY = Path.of("deploy");

    @Test
    void thePodMayDoNothingButServe() throws IOException {
        var pod = kubernetes("Deployment").at("/spec/template/spec");
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        for (var container : pod.path("containers")) {
            var may = container.path("securityContext");
            assertThat(may.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(may.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(may.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(container.at("/resources/limits/memory").asText()).isNotBlank();
            assertThat(container.at("/resources/requests/memory").asText()).isNotBlank();
        }
    }

    /** Restarting the service mends no database; and who is not ready yet is not dead. */
    @Test
    void livenessAsksForTheProcessAlone() throws IOException {
        var container = kubernetes("Deployment").at("/spec/template/spec/containers/0");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/started");
    }

    /** Longer than the service takes to end what it has begun, after the time in which it is forgotten. */
    @Test
    void thereIsTimeToStopGracefully() throws IOException {
        var pod = kubernetes("Deployment").at("/spec/template/spec");
        int forgotten =
                Integer.parseInt(find(Path.of("deploy/kubernetes.yaml"), "QUARKUS_SHUTDOWN_DELAY, value: (\\d+)s"));
        int ending = Integer.parseInt(
                find(Path.of("src/main/resources/application.properties"), "quarkus\\.shutdown\\.timeout=(\\d+)s"));
        assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThan(forgotten + ending);
        assertThat(compose().at("/services/groundswell/stop_grace_period").asText())
                .matches("\\d+s")
                .satisfies(grace ->
                        assertThat(Integer.parseInt(grace.replace("s", ""))).isGreaterThan(ending));
    }

    @Test
    void everythingOfTheClusterIsAboutTheSamePods() throws IOException {
        var labels = kubernetes("Deployment").at("/spec/template/metadata/labels");
        assertThat(kubernetes("Deployment").at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(kubernetes("Service").at("/spec/selector")).isEqualTo(labels);
        assertThat(kubernetes("PodDisruptionBudget").at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
        assertThat(kubernetes("NetworkPolicy").at("/spec/podSelector/matchLabels"))
                .isEqualTo(labels);
        assertThat(kubernetes("PodDisruptionBudget").at("/spec/minAvailable").asInt())
                .isLessThan(kubernetes("Deployment").at("/spec/replicas").asInt());
    }

    /** What asks for no key stays inside. */
    @Test
    void theIngressHandsOnNothingUnderQ() throws IOException {
        for (var rule : kubernetes("Ingress").at("/spec/rules")) {
            for (var path : rule.at("/http/paths")) {
                boolean wouldReach = path.path("pathType").asText().equals("Prefix")
                        && "/q".startsWith(path.path("path").asText());
                assertThat(wouldReach).as(path.toString()).isFalse();
            }
        }
    }

    @Test
    void oneMachineIsAsStrict() throws IOException {
        var service = compose().at("/services/groundswell");
        assertThat(service.path("read_only").asBoolean()).isTrue();
        assertThat(service.at("/cap_drop/0").asText()).isEqualTo("ALL");
        assertThat(service.at("/security_opt/0").asText()).isEqualTo("no-new-privileges:true");
        assertThat(service.at("/ports/0").asText()).startsWith("127.0.0.1:");
        compose()
                .path("services")
                .forEach(each -> each.path("environment").properties().stream()
                        .filter(setting -> setting.getKey().matches(".*(PASSWORD|SECRET)"))
                        .forEach(secret -> assertThat(secret.getValue().asText())
                                .as("no default for " + secret.getKey())
                                .matches("\\$\\{\\w+:\\?.+}")));
    }

    @Test
    void theImageIsNotRootAndHoldsWhatItIsMadeOf() throws IOException {
        var lines = Files.readAllLines(DEPLOY.resolve("Dockerfile"));
        var last = lines.subList(lines.lastIndexOf("FROM service"), lines.size());
        assertThat(last).contains("USER 10001").noneMatch(line -> line.startsWith("ADD "));
        assertThat(last).anyMatch(line -> line.startsWith("COPY ") && line.contains("groundswell-sbom.json"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("FROM ") && line.contains(":"))
                .allMatch(line -> line.matches("FROM \\S+:\\d+\\.\\d+\\.\\S+( AS \\w+)?"));
        var ignored = Files.readAllLines(Path.of(".dockerignore"));
        assertThat(ignored).contains("*");
        for (var copied : Pattern.compile("(?m)^COPY (?!--from)(?:--\\S+ )*(.+) \\S+$")
                .matcher(String.join("\n", lines))
                .results()
                .flatMap(copy -> List.of(copy.group(1).split(" ")).stream())
                .toList()) {
            assertThat(ignored).as(copied).contains("!" + copied.replaceAll("/$", ""));
        }
    }

    @Test
    void everySettingThatIsNamedIsDocumented() throws IOException {
        var documented = Files.readString(Path.of("docs/configuration.md"));
        var named = new ArrayList<String>();
        compose().at("/services/groundswell/environment").fieldNames().forEachRemaining(named::add);
        for (var setting : kubernetes("Deployment").at("/spec/template/spec/containers/0/env")) {
            named.add(setting.path("name").asText());
        }
        assertThat(named).hasSizeGreaterThan(8);
        for (var name : named) {
            var property = name.toLowerCase(Locale.ROOT).replace('_', '.');
            var like = Pattern.compile(property.replace(".", "[.-]"));
            var password = property.replaceAll("\\.password$", ".username");
            assertThat(like.matcher(documented).find()
                            || Pattern.compile(password.replace(".", "[.-]"))
                                    .matcher(documented)
                                    .find())
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void theGuideTellsOfEveryFile() throws IOException {
        var guide = Files.readString(DEPLOY.resolve("README.md"));
        try (var files = Files.walk(DEPLOY)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = DEPLOY.relativize(file).toString();
                if (!name.equals("README.md") && !name.startsWith(".")) {
                    assertThat(guide).contains("`" + name + "`");
                }
            }
        }
    }

    private static JsonNode kubernetes(String kind) throws IOException {
        var yaml = new YAMLMapper();
        try (var parser = yaml.createParser(DEPLOY.resolve("kubernetes.yaml").toFile());
                var all = yaml.readerFor(JsonNode.class).<JsonNode>readValues(parser)) {
            Iterable<JsonNode> each = () -> all;
            return StreamSupport.stream(each.spliterator(), false)
                    .filter(resource -> resource.path("kind").asText().equals(kind))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static JsonNode compose() throws IOException {
        return new YAMLMapper().readTree(DEPLOY.resolve("compose.yaml").toFile());
    }

    private static String find(Path file, String pattern) throws IOException {
        var found = Pattern.compile(pattern).matcher(Files.readString(file));
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
