package dev.groundswell.crm;

import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HookTest {

    private static final String LOST = """
            {"external_id": "d-1", "state": "lost", "closed_on": "2026-03-02", "lost_reason": "Too expensive",
             "value": {"amount": 1200.5, "currency": "EUR"}, "source_time": "2026-03-02T10:00:00Z", "owner": "rep-7"}""";

    @Test
    void aDeliveryIsAnsweredKeptAndFoldedIntoItsDeal() {
        var connection = TestConnection.create("json");

        connection
                .send(LOST)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body(equalTo("{}"));
        connection.settle();

        connection
                .deal("d-1")
                .statusCode(200)
                .body("state", equalTo("lost"))
                .body("closed_on", equalTo("2026-03-02"))
                .body("reasons[0].code", equalTo("price_level"))
                .body("value.amount", equalTo("1200.5"))
                .body("value.currency", equalTo("EUR"));
        connection
                .deliveries()
                .body("items[0].state", equalTo("processed"))
                .body("items[0].items[0].result", equalTo("folded"));
    }

    @Test
    void aTokenThatIsNoneOpensNothing() {
        TestConnection.crm().body("{}").post("/v1/hooks/none").then().statusCode(404);
        var connection = TestConnection.create("json");
        var last = connection.path().length() - 1;
        var other = connection.path().substring(0, last) + (connection.path().charAt(last) == '0' ? '1' : '0');
        TestConnection.crm().body("{}").post(other).then().statusCode(404);
    }

    @Test
    void aSecretThatTheConnectionHoldsIsDemanded() {
        var connection =
                TestConnection.create(TestWorkspace.create(), "json", ", \"secrets\": {\"token\": \"open-sesame-1\"}");

        connection.send(LOST).then().statusCode(401).body(emptyString());
        connection
                .send(TestConnection.crm().contentType("application/json").header("x-groundswell-key", "wrong"), LOST)
                .then()
                .statusCode(401);
        connection
                .send(
                        TestConnection.crm()
                                .contentType("application/json")
                                .header("Authorization", "Bearer open-sesame-1"),
                        LOST)
                .then()
                .statusCode(200);
        connection.settle().deal("d-1").statusCode(200);
        connection.health().body("refused", equalTo(1)).body("processed", equalTo(1));
    }

    @Test
    void whatCannotBeUnderstoodWaitsUntilTheMappingIsMended() {
        var connection = TestConnection.create("json");
        connection.tell("[{\"ticket\": \"t-1\", \"outcome\": \"lost\"}, %s]".formatted(LOST));

        connection.deliveries().body("items[0].state", equalTo("dead")).body("items[0].reason", equalTo("no_deal_id"));
        connection.deal("d-1").statusCode(200).body("state", equalTo("lost"));

        var etag = connection
                .workspace()
                .asAdmin()
                .get("/v1/connections/" + connection.id())
                .header("ETag");
        connection
                .workspace()
                .asAdmin()
                .header("If-Match", etag)
                .body("""
                        {"mapping": {"variants": [{"name": "tickets", "items": [""],
                          "id": [{"at": "/ticket"}, {"at": "/external_id"}],
                          "fields": {"state": [{"at": "/outcome", "values": {"lost": "lost"}}]}}]}}""")
                .patch("/v1/connections/" + connection.id())
                .then()
                .statusCode(200);
        connection
                .workspace()
                .asAdmin()
                .post("/v1/connections/{id}/replay", connection.id())
                .then()
                .statusCode(200)
                .body("replayed", equalTo(1));

        connection.settle().deal("t-1").statusCode(200).body("state", equalTo("lost"));
        connection.health().body("dead", equalTo(0));
    }

    @Test
    void aStageThatGetsAMeaningMendsThePast() {
        var connection = TestConnection.create("hubspot");
        connection.tell("""
                [{"eventId": 1, "subscriptionId": 5, "portalId": 62515, "appId": 2, "occurredAt": 1772445600000,
                  "subscriptionType": "deal.propertyChange", "attemptNumber": 0, "objectId": 9007199254740993,
                  "propertyName": "dealstage", "propertyValue": "5b7e21d0-lost-emea"}]""");
        connection.deal("9007199254740993").statusCode(200).body("state", nullValue());
        connection.health().body("unknown_stages.stage", hasItem("5b7e21d0-lost-emea"));

        var etag = connection
                .workspace()
                .asAdmin()
                .get("/v1/connections/" + connection.id())
                .header("ETag");
        connection
                .workspace()
                .asAdmin()
                .header("If-Match", etag)
                .body("{\"stages\": {\"5b7e21d0-LOST-emea\": \"lost\"}}")
                .patch("/v1/connections/" + connection.id())
                .then()
                .statusCode(200);

        Awaitility.await()
                .untilAsserted(() -> connection
                        .deal("9007199254740993")
                        .body("state", equalTo("lost"))
                        .body("closed_on", equalTo("2026-03-02")));
        connection.health().body("unknown_stages", hasSize(0));
    }

    @Test
    void aPreviewTellsWhatWouldBecomeOfAPayloadAndStoresNothing() {
        var connection = TestConnection.create("json");

        connection
                .preview(LOST)
                .statusCode(200)
                .body("items[0].result", equalTo("folded"))
                .body("items[0].external_id", equalTo("d-1"))
                .body("items[0].fields.state", equalTo("lost"))
                .body("items[0].fields.owner", equalTo("***"));
        connection
                .preview("{\"external_id\": \"d-2\", \"state\": \"eaten\", \"amount\": -4}")
                .statusCode(200)
                .body("items[0].remarks", hasSize(2));
        connection.deal("d-1").statusCode(404);
        connection.deliveries().body("items", hasSize(0));
    }
}
