package dev.groundswell.crm.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

/** What app webhooks leave out is fetched, where the workspace has given a token for it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(HubSpotStub.class)
class HubSpotFetchTest {

    @Test
    void whatIsMissingIsFetchedAndStagesAreLearned() {
        var hubspot = connection("pat-of-test");
        hubspot.tell(stage(1, "gone-emea"));

        eventually(() -> hubspot.deal("1")
                .body("state", equalTo("lost"))
                .body("closed_on", equalTo("2026-03-02"))
                .body("value.amount", equalTo("4800.00"))
                .body("value.currency", equalTo("EUR"))
                .body("reasons[0].code", equalTo("price_level")));
        hubspot.workspace()
                .asAdmin()
                .get("/v1/connections/" + hubspot.id())
                .then()
                .body("stages.'gone-emea'", equalTo("lost"))
                .body("stages.'signed-emea'", equalTo("won"))
                .body("stages.'talking-emea'", equalTo("open"));
    }

    @Test
    void aFailureThatPassesIsTriedAgain() {
        var hubspot = connection("pat-of-test");
        hubspot.tell(stage(2, "gone-emea"));

        eventually(() -> hubspot.deal("2").body("state", equalTo("lost")));
        assertThat(HubSpotStub.ASKED.stream().filter("2"::equals)).hasSizeGreaterThan(1);
    }

    @Test
    void aDealThatIsNotThereAndATokenThatIsRefusedChangeNothing() {
        var hubspot = connection("pat-of-test");
        hubspot.tell(stage(3, "gone-emea"));
        var refused = connection("pat-revoked");
        refused.tell(stage(4, "gone-emea"));

        eventually(() -> assertThat(HubSpotStub.ASKED).contains("3", "4"));
        hubspot.deal("3").statusCode(200).body("state", nullValue());
        refused.deal("4").statusCode(200).body("state", nullValue());
        refused.health().body("missing.find { it.field == 'state' }.deals", equalTo(1));
    }

    @Test
    void withoutATokenNobodyIsAsked() {
        var hubspot = TestConnection.create("hubspot");
        hubspot.tell(stage(5, "gone-emea"));

        hubspot.deal("5").body("state", nullValue());
        assertThat(HubSpotStub.ASKED).doesNotContain("5");
    }

    private static TestConnection connection(String token) {
        return TestConnection.create(
                TestWorkspace.create(), "hubspot", ", \"secrets\": {\"access_token\": \"%s\"}".formatted(token));
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }

    private static String stage(int deal, String stage) {
        return """
                [{"eventId": 1, "subscriptionId": 5, "portalId": 62515, "occurredAt": 1772445600000, "attemptNumber": 0,
                  "subscriptionType": "deal.propertyChange", "objectId": %d, "propertyName": "dealstage", "propertyValue": "%s"}]""".formatted(deal, stage);
    }
}
