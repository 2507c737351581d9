package dev.groundswell.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImportTest {

    @Test
    void whatWasImportedAndWhatIsSentMeetOnOneDeal() {
        var salesforce = TestConnection.create("salesforce");
        importCsv(salesforce, "", """
                Id,StageName,Amount,CurrencyIsoCode,CloseDate,Loss_Reason__c,LastModifiedDate
                006000000000001,Closed Lost,1200.50,EUR,2026-03-02,Too expensive,2026-03-02T10:00:00Z
                006000000000002AAA,Closed Won,10,EUR,2026-03-03,,2026-03-03T10:00:00.000+0000
                """).body("state", equalTo("done")).body("added", equalTo(2));
        salesforce
                .send(TestConnection.crm().contentType("text/xml"), """
                        <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><e:Body>
                        <notifications><OrganizationId>00D000000000001</OrganizationId><Notification><Id>04l1</Id>
                        <sObject i:type="s:Opportunity"><Id>006000000000001AAA</Id><StageName>Closed Lost</StageName>
                        <Loss_Reason__c>Timing</Loss_Reason__c></sObject></Notification></notifications></e:Body></e:Envelope>""")
                .then()
                .statusCode(200);
        salesforce.settle();

        salesforce
                .deal("006000000000001AAA")
                .body("reasons[0].text", equalTo("Timing"))
                .body("value.amount", equalTo("1200.50"));
        assertThat(salesforce.lostIn(2026)).isEqualTo(1);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var json = TestConnection.create("json");
        var file = "id;status;close_date;amount;currency\n1;lost;2026-03-02;10;EUR\n2;lost;2026-03-03;;\n";
        importCsv(json, "?as_of=2026-03-05T00:00:00Z", file).body("added", equalTo(2));
        var etag = json.workspace().asLeader().get("/v1/deals/crm/1").header("ETag");

        importCsv(json, "?as_of=2026-03-05T00:00:00Z", "\ufeff" + file)
                .body("added", equalTo(0))
                .body("known", equalTo(2));
        assertThat(json.workspace().asLeader().get("/v1/deals/crm/1").header("ETag"))
                .isEqualTo(etag);
        assertThat(json.lostIn(2026)).isEqualTo(2);
    }

    @Test
    void aDryRunCountsAndWritesNothing() {
        var json = TestConnection.create("json");
        json.tell("{\"id\": \"1\", \"status\": \"lost\"}");

        importCsv(json, "?dry_run=true", "id,status\n1,lost\n2,lost\n2,lost\n")
                .body("dry_run", equalTo(true))
                .body("added", equalTo(1))
                .body("known", equalTo(2));
        json.deal("2").statusCode(404);
    }

    @Test
    void whatCannotBeUnderstoodComesBackWithItsReason() {
        var json = TestConnection.create("json");
        String id = importCsv(json, "", "id,status,amount\n1,lost,10\n,lost,=2+3\n3,lost,-4\n4,lost,5,too,many\n")
                .body("added", equalTo(2))
                .body("rejected", equalTo(2))
                .body("remarks[0].text", containsString("amount"))
                .body("remarks[0].rows", equalTo(1))
                .extract()
                .path("id");

        TestWorkspace.as(json.workspace().admin())
                .get("/v1/imports/{id}/rejected", id)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("row,reason,detail,id,status,amount"),
                        containsString("2,no_deal_id,"),
                        containsString(",lost,'=2+3"),
                        containsString("4,malformed_row,")));
    }

    @Test
    void linesOfJsonAreReadToo() {
        var hubspot = TestConnection.create("hubspot");
        send(hubspot, "application/x-ndjson", "", """
                {"id": "1", "properties": {"dealstage": "closedlost", "amount": "10", "deal_currency_code": "EUR", "closed_lost_reason": "Price"}}

                {"id": "2", "properties": {"dealstage": "closedwon"}}
                no json
                """).body("added", equalTo(2)).body("rejected", equalTo(1));
        hubspot.deal("1").body("state", equalTo("lost")).body("value.currency", equalTo("EUR"));
    }

    @Test
    void aBlankCellClearsAnAbsentColumnLeavesAndAnOlderExportDoesNotOverruleWhatCameSince() {
        var json = TestConnection.create("json");
        json.tell("""
                {"id": "1", "status": "lost", "region": "EMEA", "note": "as told", "time": "2026-03-02T10:00:00Z"}""");

        importCsv(json, "?as_of=2026-03-03T00:00:00Z", "id,region\n1,\n");
        json.deal("1").body("region", nullValue()).body("note", equalTo("as told"));
        importCsv(json, "?as_of=2026-03-01T00:00:00Z", "id,note\n1,of old\n");
        json.deal("1").body("note", equalTo("as told"));
    }

    /** It was taken once, and then each row failed in the database for ever. */
    @Test
    void anExportOfAntiquityIsRefused() {
        TestConnection.create("json")
                .workspace()
                .asAdmin()
                .contentType("text/csv")
                .body("id,status\n1,lost\n")
                .post("/v1/connections/{id}/imports?as_of=-0500-01-01T00:00:00Z", "1")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/query/as_of"));
    }

    @Test
    void manyRowsGoInChunks() {
        var json = TestConnection.create("json");
        var file = IntStream.rangeClosed(1, 1_750)
                .mapToObj(i -> i + ",lost,2026-03-02")
                .collect(Collectors.joining("\n", "id,status,closed_on\n", "\n"));

        importCsv(json, "", file).body("rows", equalTo(1_750)).body("added", equalTo(1_750));
        assertThat(json.lostIn(2026)).isEqualTo(1_750);
    }

    @Test
    void whatNobodyExpectsStopsNoOtherRow() {
        var json = TestConnection.create("json");
        importCsv(json, "", """
                id,status,status,,note
                1,lost,won,x,"a \u0000 b"
                2,lost,won,,"a ""quoted"" line
                that goes on"
                3,lost
                """)
                .body("rows", equalTo(3))
                .body("added", equalTo(3))
                .body("rejected", equalTo(0));
        json.deal("1").body("state", equalTo("lost"));
        json.deal("2").body("note", equalTo("a \"quoted\" line\nthat goes on"));
    }

    @Test
    void whatIsNoFileIsRefusedAndNothingIsKept() {
        var json = TestConnection.create("json");
        for (var file : new String[] {"", "id,status\n", "\n\n", "id\n" + "x".repeat(600_000) + "\n"}) {
            json.workspace()
                    .asAdmin()
                    .contentType("text/csv")
                    .body(file)
                    .post("/v1/connections/{id}/imports", json.id())
                    .then()
                    .statusCode(422);
        }
        json.workspace().asAdmin().get("/v1/imports").then().body("items.size()", equalTo(0));
    }

    /** Files may be long; nothing else may, be its length told or not. */
    @Test
    void onlyFilesMayBeLong() throws IOException {
        var json = TestConnection.create("json");
        var long11 = " ".repeat(11 * 1024 * 1024);
        var rows = IntStream.range(0, 24)
                .mapToObj(i -> i + ",lost," + "x".repeat(480_000))
                .collect(Collectors.joining("\n", "id,status,note\n", "\n"));
        importCsv(json, "", rows).body("rows", equalTo(24)).body("examined", equalTo(24));

        var request = new ByteArrayOutputStream();
        request.writeBytes(
                ("POST /v1/losses HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                                + json.workspace().integration() + "\r\nTransfer-Encoding: chunked\r\n\r\nb00000\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(long11.getBytes(StandardCharsets.US_ASCII));
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(request.toByteArray());
                socket.getOutputStream().write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closedAlready) {
                // the answer came before the end of the body
            }
            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 413");
        }
    }

    private static ValidatableResponse importCsv(TestConnection connection, String query, String file) {
        return send(connection, "text/csv", query, file);
    }

    private static ValidatableResponse send(TestConnection connection, String type, String query, String file) {
        String id = TestWorkspace.as(connection.workspace().admin())
                .contentType(type + "; charset=utf-8")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/connections/" + connection.id() + "/imports" + query)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> get(connection, id).extract().<String>path("state").equals("done"));
        return get(connection, id);
    }

    private static ValidatableResponse get(TestConnection connection, String id) {
        return connection
                .workspace()
                .asAdmin()
                .get("/v1/imports/{id}", id)
                .then()
                .statusCode(200);
    }
}
