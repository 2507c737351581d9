package dev.groundswell.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.groundswell.testsupport.Hold;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A connection or an import is deleted while what hangs on it is being read: neither makes the other fail. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConnectionDeletedTest {

    @Test
    void aConnectionWhileADeliveryIsRead() throws Exception {
        var hubspot = TestConnection.create("hubspot").tell(event(1, "closedwon"));

        try (var deal = deal(hubspot)) {
            hubspot.send(event(2, "closedlost")).then().statusCode(204);
            assertThat(deleteInTheWayOf(deal, hubspot, "/v1/connections/" + hubspot.id()))
                    .isEqualTo(204);
        }
        hubspot.deal("1").statusCode(200).body("state", equalTo("lost"));
    }

    @Test
    void aConnectionWhileARowIsRead() throws Exception {
        var json = TestConnection.create("json").tell("{\"id\": \"1\", \"status\": \"won\"}");

        try (var deal = deal(json)) {
            upload(json);
            assertThat(deleteInTheWayOf(deal, json, "/v1/connections/" + json.id()))
                    .isEqualTo(204);
        }
        json.deal("1").body("state", equalTo("lost"));
    }

    @Test
    void anImportWhileARowOfItIsRead() throws Exception {
        var json = TestConnection.create("json").tell("{\"id\": \"1\", \"status\": \"won\"}");

        try (var deal = deal(json)) {
            String id = upload(json);
            assertThat(deleteInTheWayOf(deal, json, "/v1/imports/" + id)).isEqualTo(204);
        }
        json.deal("1").body("state", equalTo("lost"));
    }

    /** Held, so that whoever reads what is told of it stops in the middle. */
    private static Hold deal(TestConnection connection) throws SQLException {
        return Hold.on("from deal where workspace = '%s' and external_id = '1'"
                .formatted(connection.workspace().id()));
    }

    /** Answers what the deletion was answered, once both could go on. */
    private static int deleteInTheWayOf(Hold deal, TestConnection connection, String path) throws Exception {
        deal.awaitWaiting(1);
        var deleted = CompletableFuture.supplyAsync(
                () -> connection.workspace().asAdmin().delete(path).statusCode());
        deal.awaitWaiting(2).letGo();
        return deleted.get();
    }

    private static String event(int id, String stage) {
        return """
                [{"subscriptionType": "deal.propertyChange", "objectId": 1, "occurredAt": 177244560000%1$d,
                  "propertyName": "dealstage", "propertyValue": "%2$s", "eventId": %1$d, "portalId": 1, "subscriptionId": 2}]""".formatted(id, stage);
    }

    /** A row of the deal and one that is refused, after a chunk of others. */
    private static String upload(TestConnection connection) {
        var others = IntStream.rangeClosed(2, 501).mapToObj(i -> i + ",open\n").collect(Collectors.joining());
        return connection
                .workspace()
                .asAdmin()
                .contentType("text/csv")
                .body("id,status\n" + others + "1,lost\n,lost\n")
                .post("/v1/connections/{id}/imports", connection.id())
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }
}
