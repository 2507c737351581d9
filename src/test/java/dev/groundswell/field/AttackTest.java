package dev.groundswell.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.disclosure.Rule;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Everything that the API answers, to every role and at every time, taken together, tells nothing of fewer than k people. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AttackTest {

    private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);
    private static final int K = 5;

    @Inject
    TestClock clock;

    @Inject
    Sealing sealing;

    private final ObjectMapper json = new ObjectMapper();

    @AfterEach
    void bringTheClockBack() {
        clock.bringBack();
    }

    @Test
    void nothingOfFewerThanKPeopleIsRecovered() throws Exception {
        var said = new ArrayList<>(MadeUpField.quarter(SINCE, 24, 1));
        said.addAll(MadeUpField.quarter(SINCE.plusMonths(3), 24, 2));

        var attack = attack(said, 24, Rule.all());

        assertThat(attack.numbers()).isGreaterThan(20);
        assertThat(attack.secretGroups()).isGreaterThan(50);
        assertThat(attack.recovered()).isEmpty();
    }

    /** So that the test above can fail: each rule is there for something. */
    @Test
    void withAnyOneRuleSwitchedOffSomethingIs() throws Exception {
        var recovered = new TreeMap<Rule, Set<String>>();
        clock.moveTo(SINCE);
        var field = TestField.of(24);
        for (var rule : Rule.values()) {
            var rules = EnumSet.allOf(Rule.class);
            rules.remove(rule);
            rules.remove(Rule.AUDIT);
            if (rule != Rule.AUDIT) {
                recovered.put(
                        rule,
                        attackOnce(field, MadeUpField.quarter(SINCE.plusMonths(3L * rule.ordinal()), 24, 1), rules)
                                .recovered());
            }
        }
        assertThat(recovered)
                .allSatisfy((rule, found) -> assertThat(found).as(rule.name()).isNotEmpty());
    }

    /** The lost deals of a real-shaped export: {@code -Dgroundswell.attack.data=/a/folder}, see docs/disclosure.md. */
    @Test
    @EnabledIfSystemProperty(named = "groundswell.attack.data", matches = ".+")
    void nothingIsRecoveredFromAnExport() throws Exception {
        var said = MadeUpField.of(Path.of(System.getProperty("groundswell.attack.data")));
        int reps = (int) said.stream().map(Said::rep).distinct().count();

        var attack = attack(said, reps, Rule.all());
        System.out.printf(
                "%d reports of %d reps: %d numbers told, %d groups under k, %d recovered%n",
                said.size(),
                reps,
                attack.numbers(),
                attack.secretGroups(),
                attack.recovered().size());
        assertThat(attack.recovered()).isEmpty();
        for (var rule : List.of(Rule.MERGE_THE_FEW, Rule.FILL_THE_REST, Rule.KEEP_CROSSINGS)) {
            var rules = EnumSet.allOf(Rule.class);
            rules.remove(rule);
            rules.remove(Rule.AUDIT);
            System.out.printf(
                    "without %s: %d recovered%n",
                    rule,
                    attackOnce(TestField.of(reps), said, rules).recovered().size());
        }
    }

    /**
     * What came of an attack.
     *
     * @param numbers that were told about the field
     * @param secretGroups of fewer than k people, over all periods
     */
    private record Came(long numbers, long secretGroups, Set<String> recovered) {}

    /** By everybody, before, on and after each seal. */
    private Came attack(List<Said> said, int reps, Set<Rule> rules) throws IOException, SQLException {
        var answers = new LinkedHashSet<String>();
        clock.moveTo(said.get(0).on().withDayOfMonth(1));
        var field = TestField.of(reps);
        live(field, said, rules, day -> {
            for (var key : List.of(
                    field.reps().get(1),
                    field.workspace().leader(),
                    field.workspace().admin())) {
                answers.addAll(everyAnswer(key, day));
            }
        });
        return fromAll(answers, said);
    }

    /** By one leader who looks once, at the end: enough where a rule is missing. */
    private Came attackOnce(TestField field, List<Said> said, Set<Rule> rules) throws IOException, SQLException {
        live(field, said, rules, day -> {});
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return fromAll(everyAnswer(field.workspace().leader(), today), said);
    }

    /** Looks at what is answered on a day. */
    private interface Onlooker {

        void look(LocalDate day) throws IOException;
    }

    /** Time goes by: reps say what they have to say, and periods are sealed. */
    private void live(TestField field, List<Said> said, Set<Rule> rules, Onlooker onlooker)
            throws IOException, SQLException {
        QuarkusMock.installMockForType(
                new RulesInForce() {
                    @Override
                    Set<Rule> rules() {
                        return rules;
                    }
                },
                RulesInForce.class);
        var last = said.get(said.size() - 1).on().plusMonths(1);
        int next = 0;
        for (var month = said.get(0).on().withDayOfMonth(1).plusMonths(1);
                month.isBefore(last.plusMonths(1));
                month = month.plusMonths(1)) {
            for (; next < said.size() && said.get(next).on().isBefore(month); next++) {
                clock.moveTo(said.get(next).on());
                as(field.reps().get(said.get(next).rep()))
                        .body(said.get(next).account())
                        .post("/v1/field_reports")
                        .then()
                        .statusCode(201);
            }
            // before a seal, on its day, and after it
            for (var day : List.of(month, month.plusDays(7), month.plusDays(8))) {
                clock.moveTo(day);
                sealing.sealIn(field.workspace().id());
                onlooker.look(day);
            }
        }
    }

    /** Without a check against the contract: there are thousands of them. */
    private static RequestSpecification as(String key) {
        return RestAssured.given()
                .noFilters()
                .header("Authorization", "Bearer " + key)
                .contentType(ContentType.JSON);
    }

    /** What somebody may read of the field. */
    private Set<String> everyAnswer(String key, LocalDate today) throws IOException {
        var answers = new LinkedHashSet<String>();
        var list = json.readTree(as(key).get("/v1/releases").asString());
        for (var listed : list.path("items")) {
            answers.add(
                    as(key).get("/v1/releases/" + listed.path("id").asText()).asString());
        }
        for (var dimension :
                List.of("reasons", "reason_groups", "products", "regions", "segments", "competitors", "outcomes")) {
            for (var until : List.of(today, today.minusMonths(3))) {
                var trend = json.readTree(as(key).get("/v1/trends/" + dimension + "?interval=quarter&until=" + until)
                        .asString());
                assertThat(trend.path("buckets"))
                        .allSatisfy(bucket ->
                                assertThat(bucket.path("lost").asInt()).isZero());
                if (trend.has("field_view")) {
                    answers.add(trend.path("field_view").toString());
                }
            }
        }
        return answers;
    }

    private Came fromAll(Set<String> answers, List<Said> said) throws IOException {
        var periods = new TreeMap<String, List<JsonNode>>();
        for (var answer : answers) {
            var read = json.readTree(answer);
            periods.computeIfAbsent(
                            read.path("since").asText() + "/"
                                    + read.path("until").asText(),
                            each -> new ArrayList<>())
                    .add(read);
        }
        long numbers = 0;
        long groups = 0;
        var recovered = new HashSet<String>();
        for (Map.Entry<String, List<JsonNode>> period : periods.entrySet()) {
            var days = period.getKey().split("/", 2);
            var then = said.stream()
                    .filter(each -> !each.on().isBefore(LocalDate.parse(days[0]))
                            && !each.on().isAfter(LocalDate.parse(days[1])))
                    .toList();
            if (then.isEmpty()) {
                continue;
            }
            var attack = new Attack(then, K);
            for (var answer : period.getValue()) {
                if (answer.has("series")) {
                    attack.readTrend(answer);
                } else {
                    attack.read(answer);
                }
                numbers += answer.toString().split("\"share\"", -1).length - 1;
            }
            groups += attack.secretGroups();
            recovered.addAll(attack.recovered());
        }
        return new Came(numbers, groups, recovered);
    }
}
