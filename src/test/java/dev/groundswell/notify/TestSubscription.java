package dev.groundswell.notify;

import dev.groundswell.access.Background;
import dev.groundswell.signal.SignalMoved;
import dev.groundswell.testsupport.Database;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A subscription of a test's own. */
record TestSubscription(TestWorkspace workspace, String id, String secret) {

    static TestSubscription of(TestWorkspace workspace, String kind, String url, String... events) {
        var made = make(workspace, kind, url, events).statusCode(201).extract();
        return new TestSubscription(workspace, made.path("id"), made.path("secret"));
    }

    static ValidatableResponse make(TestWorkspace workspace, String kind, String url, String... events) {
        var named = Stream.of(events).map("\"%s\""::formatted).collect(Collectors.joining(","));
        return workspace
                .asAdmin()
                .body("{\"kind\": \"%s\", \"name\": \"Test\", \"url\": \"%s\", \"events\": [%s]}"
                        .formatted(kind, url, named))
                .post("/v1/subscriptions")
                .then();
    }

    ValidatableResponse read() {
        return workspace.asAdmin().get("/v1/subscriptions/" + id).then().statusCode(200);
    }

    ValidatableResponse change(String body) {
        return workspace
                .asAdmin()
                .header("If-Match", read().extract().header("ETag"))
                .body(body)
                .patch("/v1/subscriptions/" + id)
                .then();
    }

    TestSubscription test() {
        workspace.asAdmin().post("/v1/subscriptions/" + id + "/test").then().statusCode(202);
        return this;
    }

    ValidatableResponse attempts() {
        return workspace
                .asAdmin()
                .get("/v1/subscriptions/" + id + "/attempts")
                .then()
                .statusCode(200);
    }

    /** Of the latest event. */
    <T> T latest(String field) {
        return attempts().extract().path("items[0]." + field);
    }

    List<String> events() {
        return attempts().extract().path("items.event");
    }

    TestSubscription settled() {
        return until(() -> !"waiting".equals(latest("state")));
    }

    /** Until so many attempts were made at the latest event, and what came of the last is known. */
    TestSubscription tried(IntPredicate times) {
        return until(() -> times.test(this.<Integer>latest("attempts"))
                && (latest("last_failure") != null || !"waiting".equals(latest("state"))));
    }

    TestSubscription until(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
        return this;
    }

    /** As the finder of signals tells it. */
    static void signal(TestWorkspace workspace, String sentence, boolean happens) throws SQLException {
        inside(workspace, () -> {
            Arc.container().beanManager().getEvent().fire(new SignalMoved(7, SignalMoved.Move.opened, sentence));
            if (!happens) {
                QuarkusTransaction.setRollbackOnly();
            }
        });
    }

    /** In a transaction of the workspace. */
    static void inside(TestWorkspace workspace, Runnable work) throws SQLException {
        var background = Arc.container().instance(Background.class).get();
        background.inside(
                workspace.id(),
                "looking",
                Duration.ofMinutes(1),
                turn -> QuarkusTransaction.requiringNew().run(work));
    }

    /** @param statement with a place for the workspace */
    static void sql(TestWorkspace workspace, String statement) throws SQLException {
        Database.tell(workspace.id(), statement.formatted(workspace.id()));
    }
}
