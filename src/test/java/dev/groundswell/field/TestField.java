package dev.groundswell.field;

import dev.groundswell.testsupport.TestClock;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.arc.Arc;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The field of a test's workspace: its reps say things in confidence, and time goes on. */
public record TestField(TestWorkspace workspace, List<String> reps) {

    /** A workspace with so many reps. */
    public static TestField of(int reps) {
        return of(TestWorkspace.create(), reps);
    }

    public static TestField of(TestWorkspace workspace, int reps) {
        var keys = new ArrayList<>(List.of(workspace.rep()));
        while (keys.size() < reps) {
            keys.add(workspace.anotherRep());
        }
        return new TestField(workspace, keys);
    }

    public ValidatableResponse report(int rep, String account) {
        return TestWorkspace.as(reps.get(rep))
                .body(account)
                .post("/v1/field_reports")
                .then();
    }

    /** An account with this reason and nothing else. */
    public static String because(String reason) {
        return "{\"reasons\": [{\"code\": \"%s\"}]}".formatted(reason);
    }

    /** Each of these reps says this. */
    public void say(int first, int count, String reason) {
        for (int rep = first; rep < first + count; rep++) {
            report(rep, because(reason)).statusCode(201);
        }
    }

    public void raise(int rep, String words) {
        concern(rep, words, "").statusCode(201);
    }

    public void surfaceNow(int rep, String words) {
        concern(rep, words, ", \"surface_now\": true").statusCode(201);
    }

    public ValidatableResponse concern(int rep, String words, String more) {
        return TestWorkspace.as(reps.get(rep))
                .body("{\"topic\": \"policy\", \"words\": \"%s\"%s}".formatted(words, more))
                .post("/v1/concerns")
                .then();
    }

    /** The id of the open concern with these words. */
    public String openConcern(String words) {
        return workspace.asRep().get("/v1/concerns/open").path("items.find { it.words == '" + words + "' }.id");
    }

    public void endorse(int rep, String concern) {
        TestWorkspace.as(reps.get(rep))
                .post("/v1/concerns/" + concern + "/endorsements")
                .then()
                .statusCode(204);
    }

    /** The id of the concern that has surfaced last. */
    public String surfaced() {
        return workspace.asLeader().get("/v1/concerns").path("items[0].id");
    }

    public ValidatableResponse respond(String concern, String response) {
        return workspace
                .asLeader()
                .body(response)
                .post("/v1/concerns/" + concern + "/responses")
                .then();
    }

    public ValidatableResponse ask(String... options) {
        return workspace
                .asLeader()
                .body("{\"words\": \"What would have helped most?\", \"options\": [\"%s\"], \"closes_on\": \"%s\"}"
                        .formatted(String.join("\", \"", options), today().plusDays(10)))
                .post("/v1/questions")
                .then();
    }

    public ValidatableResponse answer(int rep, String option) {
        return TestWorkspace.as(reps.get(rep))
                .body("{\"option\": \"%s\"}".formatted(option))
                .post(
                        "/v1/questions/{id}/answers",
                        workspace.asRep().get("/v1/questions").<String>path("items[0].id"))
                .then();
    }

    /** After the last day of the question. */
    public void questionCloses() {
        on(
                today().plusDays(11),
                () -> Arc.container().instance(Tallying.class).get().tallyIn(workspace.id()));
    }

    /** What is endorsed now surfaces in one of the next weeks. */
    public void weeksGoBy(int weeks) {
        on(
                today().plusWeeks(weeks),
                () -> Arc.container().instance(Surfacing.class).get().surfaceIn(workspace.id()));
    }

    /** On the first day on which what is said today may be told. */
    public void sealPeriod() {
        sealAfter(0);
    }

    /** So many quarters after that. */
    public void sealAfter(int quarters) {
        var sealedOn = PeriodLength.quarter
                .of(PeriodLength.quarter.of(today()).since().plusMonths(3L * quarters))
                .sealedOn();
        on(sealedOn, () -> Arc.container().instance(Sealing.class).get().sealIn(workspace.id()));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** What background work does inside a workspace. */
    private interface Work {

        void run() throws SQLException;
    }

    private static void on(LocalDate day, Work work) {
        var clock = Arc.container().instance(TestClock.class).get();
        clock.moveTo(day);
        try {
            work.run();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } finally {
            clock.bringBack();
        }
    }
}
