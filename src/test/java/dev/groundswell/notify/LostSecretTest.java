package dev.groundswell.notify;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What was encrypted under another secret of the service is said to be lost, and can be put right by who may change it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LostSecretTest {

    @Test
    void aSubscriptionThatNobodyCanReadSaysSoUntilItsAddressAndSecretAreNew() throws SQLException {
        var workspace = TestWorkspace.create();
        try (var receiver = new Receiver()) {
            var subscription = TestSubscription.of(workspace, "webhook", receiver.url("/in"), "signal.opened");
            TestSubscription.sql(
                    workspace,
                    "update subscription set url = sha256('any'), secret = sha256('thing') where workspace = '%s'");

            subscription
                    .read()
                    .body("url", nullValue())
                    .body("state", equalTo("off"))
                    .body("off_because", equalTo("unreadable"));
            workspace
                    .asAdmin()
                    .get("/v1/subscriptions")
                    .then()
                    .statusCode(200)
                    .body("items[0].off_because", equalTo("unreadable"));
            subscription.test().settled();
            subscription.attempts().body("items[0].last_failure", equalTo("unreadable"));

            subscription
                    .change("{\"url\": \"%s\"}".formatted(receiver.url("/in")))
                    .statusCode(200)
                    .body("url", equalTo("http://127.0.0.1"))
                    .body("state", equalTo("active"));
            workspace
                    .asAdmin()
                    .post("/v1/subscriptions/" + subscription.id() + "/renew_secret")
                    .then()
                    .statusCode(200);
            subscription.test().settled();
            subscription.attempts().body("items[0].state", equalTo("delivered"));
        }
    }
}
