package dev.groundswell.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SubscriptionTest {

    private final Receiver receiver = new Receiver();
    private TestWorkspace workspace;

    @BeforeEach
    void enter() {
        workspace = TestWorkspace.create();
    }

    @AfterEach
    void leave() {
        receiver.close();
    }

    @Test
    void aSubscriptionIsMadeReadChangedAndDeleted() {
        var made = TestSubscription.make(
                        workspace, "webhook", receiver.url("/in?key=planted"), "signal.cleared", "concern.surfaced")
                .statusCode(201)
                .body("url", equalTo("http://127.0.0.1"))
                .body("events", contains("signal.cleared", "concern.surfaced"))
                .body("state", equalTo("active"))
                .body("secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}="))
                .extract();
        var subscription = new TestSubscription(workspace, made.path("id"), made.path("secret"));

        subscription.read().body("secret", nullValue()).body("failures", equalTo(0));
        subscription
                .change("{\"name\": \"Other\", \"events\": [\"digest.weekly\"], \"state\": \"off\"}")
                .statusCode(200)
                .body("name", equalTo("Other"))
                .body("events", contains("digest.weekly"))
                .body("off_because", equalTo("admin"));
        workspace
                .asAdmin()
                .post("/v1/subscriptions/" + subscription.id() + "/test")
                .then()
                .statusCode(409);
        subscription.change("{\"state\": \"active\"}").body("off_because", nullValue());
        workspace.asAdmin().get("/v1/subscriptions").then().body("items", hasSize(1));
        workspace
                .asAdmin()
                .delete("/v1/subscriptions/" + subscription.id())
                .then()
                .statusCode(204);
        workspace.asAdmin().get("/v1/subscriptions").then().body("items", hasSize(0));
    }

    @Test
    void whatIsWrongIsRefusedAtItsPlace() {
        TestSubscription.make(workspace, "webhook", "ftp://127.0.0.1/", "digest.weekly")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/url"));
        TestSubscription.make(workspace, "webhook", "https://me@hooks.example.com/", "digest.weekly")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/url"));
        TestSubscription.make(workspace, "webhook", receiver.url("/"), "signal.eaten")
                .statusCode(422);
        TestSubscription.make(workspace, "pigeon", receiver.url("/"), "digest.weekly")
                .statusCode(422);
        TestSubscription.of(workspace, "slack", receiver.url("/"), "digest.weekly")
                .change("{\"url\": null}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/url"));
    }

    @Test
    void adminsAloneSayWhereEventsAreSent() {
        for (var caller : List.of(workspace.asRep(), workspace.asLeader(), workspace.asIntegration())) {
            caller.get("/v1/subscriptions").then().statusCode(403);
        }
    }

    @Test
    void aTestArrivesSigned() throws Exception {
        var subscription = TestSubscription.of(workspace, "webhook", receiver.url("/in"), "digest.weekly")
                .test()
                .settled();

        subscription
                .attempts()
                .body("items[0].event", equalTo("test"))
                .body("items[0].state", equalTo("delivered"))
                .body("items[0].attempts", equalTo(1))
                .body("items[0].last_status", equalTo(200))
                .body("items[0].next_attempt", nullValue());
        subscription.read().body("last_success", notNullValue()).body("failures", equalTo(0));
        var request = receiver.got().get(0);
        assertThat(request.headers().get("webhook-id")).isEqualTo(subscription.latest("webhook_id"));
        assertThat(request.headers().get("content-type")).isEqualTo("application/json");
        assertThat(request.body())
                .startsWith("{\"type\":\"test\",\"timestamp\":\"")
                .contains("\"data\":{");
        verify(subscription.secret(), request);
    }

    @Test
    void bothSecretsSignForADay() throws Exception {
        var subscription = TestSubscription.of(workspace, "webhook", receiver.url("/in"), "digest.weekly");
        String renewed = workspace
                .asAdmin()
                .post("/v1/subscriptions/" + subscription.id() + "/renew_secret")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        assertThat(renewed).isNotEqualTo(subscription.secret());

        subscription.test().settled();

        verify(subscription.secret(), receiver.got().get(0));
        verify(renewed, receiver.got().get(0));
        assertThat(receiver.got().get(0).headers().get("webhook-signature")).matches("v1,\\S+ v1,\\S+");
    }

    @Test
    void slackAndTeamsAreToldInTheirOwnWays() {
        for (var kind : List.of("slack", "teams")) {
            var subscription = TestSubscription.of(workspace, kind, receiver.url("/" + kind), "digest.weekly");
            assertThat(subscription.secret()).isNull();
            workspace
                    .asAdmin()
                    .post("/v1/subscriptions/" + subscription.id() + "/renew_secret")
                    .then()
                    .statusCode(409);
            subscription.test().settled();
        }

        assertThat(receiver.got().get(0).body()).contains("\"blocks\":[");
        assertThat(receiver.got().get(1).body()).contains("AdaptiveCard");
    }

    private static void verify(String secret, Receiver.Request request) throws WebhookVerificationException {
        new Webhook(secret)
                .verify(
                        request.body(),
                        request.headers().entrySet().stream()
                                .collect(Collectors.toMap(each -> each.getKey(), each -> List.of(each.getValue()))));
    }
}
