package dev.groundswell.operate;

import static dev.groundswell.testsupport.TestWorkspace.asNobody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What alerts and dashboard ask Prometheus for is what the running service exports. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AlertsTest {

    private static final Path ALERTS = Path.of("deploy/prometheus/alerts.yaml");
    private static final Path DASHBOARD = Path.of("deploy/grafana/groundswell.json");
    private static final Path RUNBOOK = Path.of("docs/runbook.md");

    /** Some series are there once something has happened. */
    @BeforeEach
    void beAsked() {
        TestConnection.create("json").tell("{\"id\": \"1\", \"status\": \"lost\"}");
        asNobody().get("/v1/workspace").then().statusCode(401);
    }

    @Test
    void everyAlertAsksForWhatIsExported() throws IOException {
        var exported = Exported.now();
        var unknown = new TreeMap<String, List<String>>();
        for (var alert : alerts()) {
            unknown.put(
                    alert.path("alert").asText(),
                    Query.of(alert.path("expr").asText()).unknownTo(exported));
        }
        unknown.values().removeIf(List::isEmpty);

        assertThat(unknown).isEmpty();
    }

    @Test
    void everyPanelAsksForWhatIsExported() throws IOException {
        var exported = Exported.now();
        var unknown = new TreeMap<String, List<String>>();
        int asked = 0;
        for (var panel :
                new ObjectMapper().readTree(Files.readString(DASHBOARD)).path("panels")) {
            for (var target : panel.path("targets")) {
                unknown.merge(
                        panel.path("title").asText(),
                        Query.of(target.path("expr").asText()).unknownTo(exported),
                        (one, more) -> {
                            var both = new ArrayList<>(one);
                            both.addAll(more);
                            return both;
                        });
                asked++;
            }
        }
        unknown.values().removeIf(List::isEmpty);

        assertThat(unknown).isEmpty();
        assertThat(asked).isGreaterThan(20);
    }

    @Test
    void everyAlertSaysHowUrgentItIsAndWhatToDo() throws IOException {
        var sections = new HashSet<String>();
        Files.readString(RUNBOOK)
                .lines()
                .filter(line -> line.startsWith("### "))
                .forEach(sections::add);
        var alerts = new HashSet<String>();
        for (var alert : alerts()) {
            var name = alert.path("alert").asText();
            alerts.add("### " + name);
            assertThat(alert.at("/labels/severity").asText()).as(name).isIn("page", "ticket");
            assertThat(alert.at("/annotations/summary").asText()).as(name).isNotBlank();
            assertThat(alert.at("/annotations/runbook").asText())
                    .isEqualTo(RUNBOOK + "#" + name.toLowerCase(Locale.ROOT));
        }

        assertThat(sections).isEqualTo(alerts);
    }

    @Test
    void everyJobIsWatchedByTheAlertThatMissesIt() throws IOException {
        var watched = new TreeSet<String>();
        for (var alert : alerts()) {
            if (alert.path("alert").asText().equals("WorkStopped")) {
                Query.of(alert.path("expr").asText())
                        .selectors()
                        .forEach(each -> each.matchers().forEach(matcher -> watched.addAll(matcher.named())));
            }
        }

        assertThat(watched)
                .containsExactlyInAnyOrderElementsOf(
                        Exported.now().values("groundswell_work_last_round_timestamp_seconds", "work"));
    }

    @Test
    void aSlipWouldBeFound() {
        var exported = Exported.now();
        for (var slip : List.of(
                "rate(groundswell_hook_total[5m])",
                "max(groundswell_queue_waiting{queue=\"delivery\"}) > 1",
                "max(groundswell_queue_waiting{q=\"deliveries\"}) > 1",
                "sum by (vendor) (rate(groundswell_hooks_total[5m]))",
                "time() - groundswell_work_last_round_timestamp_seconds{work=~\"seal|sael\"}")) {
            assertThat(Query.of(slip).unknownTo(exported)).as(slip).hasSize(1);
        }
    }

    private static List<JsonNode> alerts() throws IOException {
        var alerts = new ArrayList<JsonNode>();
        for (var group : new ObjectMapper(new YAMLFactory())
                .readTree(Files.readString(ALERTS))
                .path("groups")) {
            group.path("rules").forEach(alerts::add);
        }
        assertThat(alerts).hasSizeGreaterThan(15);
        return alerts;
    }
}
