package dev.groundswell.crm;

import static dev.groundswell.crm.Signing.base64;
import static dev.groundswell.crm.Signing.bytes;
import static dev.groundswell.crm.Signing.hash;
import static dev.groundswell.crm.Signing.hex;
import static dev.groundswell.crm.Signing.hmac;
import static org.hamcrest.Matchers.equalTo;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong where senders prove who they are. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PitfallsOfProofTest {

    private static final String SECRET = "a-shared-secret-0001";
    private static final String URL = "https://hooks.example.com/crm/hubspot";
    private static final byte[] HEX_KEY = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

    private TestWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.create();
    }

    @Test
    void aSignatureIsOfTheRawBytesBeJsonOrNot() {
        var hubspot = hubspot();
        for (var body : new String[] {"{'single': 'quotes'}", "[]\r\n", "[{\"text\": \"Zu teuer – „Öko“ 🏷\"}]"}) {
            hubspot.send(third(now(), URL, body), body).then().statusCode(204);
        }
        hubspot.send(third(now(), URL, "[]"), "[ ]").then().statusCode(401);
    }

    @Test
    void keysAndTimesHaveUnitsAndNotationsAndTheToleranceHasTwoSides() {
        var close = TestConnection.create(
                workspace, "close", ", \"secrets\": {\"signature_key\": \"%s\"}".formatted(hex(HEX_KEY)));
        long now = Instant.now().getEpochSecond();
        var body = "{\"event\": {\"object_type\": \"lead\"}}";

        close.send(close(HEX_KEY, now, body), body).then().statusCode(200);
        close.send(close(bytes(hex(HEX_KEY)), now, body), body).then().statusCode(401);
        for (long off : new long[] {-400, 400}) {
            close.send(close(HEX_KEY, now + off, body), body).then().statusCode(401);
        }
        for (var time : new String[] {"", "soon", String.valueOf(now * 1000), "NaN"}) {
            close.send(
                            TestConnection.crm()
                                    .header("close-sig-timestamp", time)
                                    .header("close-sig-hash", hex(hmac(HEX_KEY, time, body))),
                            body)
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void theSignedUrlIsTheConfiguredOneDecodedAsHubSpotDoes() {
        var hubspot = hubspot();
        var query = "?src=a%3Ab%2Fc&keep=%20%2B";

        hubspot.send(third(now(), URL + "?src=a:b/c&keep=%20%2B", "[]"), query, "[]")
                .then()
                .statusCode(204);
        hubspot.send(third(now(), URL + query, "[]"), query, "[]").then().statusCode(401);
        hubspot.send(
                        third(now(), "https://evil.example.com/", "[]").header("X-Forwarded-Host", "evil.example.com"),
                        "[]")
                .then()
                .statusCode(401);
    }

    @Test
    void ofAListOfSignaturesOneHasToHoldAndUnknownVersionsAreSkipped() {
        var key = base64(bytes("0123456789abcdef01234567"));
        var house = TestConnection.create(
                workspace, "standard_webhooks", ", \"secrets\": {\"secret\": \"whsec_%s\"}".formatted(key));
        var body = "{\"deal_id\": \"7\"}";
        var time = String.valueOf(Instant.now().getEpochSecond());
        var right = base64(hmac(bytes("0123456789abcdef01234567"), "msg_1.", time, ".", body));
        var wrong = base64(hmac(bytes("another"), "msg_1.", time, ".", body));

        house.send(standard(time, "v9,%s v1,%s v1,%s".formatted(wrong, wrong, right)), body)
                .then()
                .statusCode(204);
        for (var list : new String[] {"v9," + right, "v1,", "v1", "", right, "v1," + wrong}) {
            house.send(standard(time, list), body).then().statusCode(401);
        }
    }

    @Test
    void aWeakerSignatureIsRefusedOnceAStrongerOneWasSeen() {
        var hubspot = hubspot();
        var first = TestConnection.crm()
                .header("X-HubSpot-Signature-Version", "v1")
                .header("X-HubSpot-Signature", hex(hash(SECRET, "[]")));

        hubspot.send(first, "[]").then().statusCode(204);
        hubspot.send(third(now(), URL, "[]"), "[]").then().statusCode(204);
        hubspot.send(
                        TestConnection.crm()
                                .header("X-HubSpot-Signature-Version", "v1")
                                .header("X-HubSpot-Signature", hex(hash(SECRET, "[]"))),
                        "[]")
                .then()
                .statusCode(401);
        hubspot.send(
                        TestConnection.crm()
                                .header("X-HubSpot-Signature-v3", "bm9uc2Vuc2U=")
                                .header("X-HubSpot-Request-Timestamp", now())
                                .header("X-HubSpot-Signature", hex(hash(SECRET, "[]"))),
                        "[]")
                .then()
                .statusCode(401);
    }

    @Test
    void aSignatureThatVerifiesButDoesNotCoverTheBodyIsRefused() {
        var secret = base64(bytes("an hmac key of some length"));
        var signed = TestConnection.create(
                workspace,
                "http_signatures",
                ", \"called_url\": \"https://hooks.example.com/own\", \"secrets\": {\"secret\": \"%s\"}"
                        .formatted(secret));
        var body = "{\"deal_id\": \"7\"}";
        var digest = "sha-256=:" + base64(hash(body)) + ":";

        signed.send(message(digest, "\"@method\" \"@target-uri\" \"content-digest\"", ""), body)
                .then()
                .statusCode(200);
        signed.send(message(digest, "\"@method\" \"@target-uri\"", ""), body)
                .then()
                .statusCode(401);
        signed.send(message(digest, "\"@target-uri\" \"content-digest\"", ""), body)
                .then()
                .statusCode(401);
        signed.send(message(digest, "\"@method\" \"content-digest\"", ""), body)
                .then()
                .statusCode(401);
        signed.send(message(digest, "\"@method\" \"@target-uri\" \"content-digest\"", ";alg=\"none\""), body)
                .then()
                .statusCode(401);
        signed.send(message(digest, "\"@method\" \"@target-uri\" \"content-digest\"", ""), body + " ")
                .then()
                .statusCode(401);
    }

    @Test
    void anotherAccountOfTheSameVendorIsRefused() {
        var pipedrive = TestConnection.create(workspace, "pipedrive", ", \"account\": \"4711\"");
        pipedrive.tell("""
                {"meta": {"version": "2.0", "entity": "deal", "entity_id": "1", "action": "change", "company_id": "4712",
                          "timestamp": "2026-03-02T10:00:00Z", "id": "e1"},
                 "data": {"status": "lost"}, "previous": {"status": "open"}}""");

        pipedrive.deal("1").statusCode(404);
        pipedrive.deliveries().body("items[0].reason", equalTo("wrong_account"));
    }

    private TestConnection hubspot() {
        return TestConnection.create(
                workspace,
                "hubspot",
                ", \"called_url\": \"%s\", \"secrets\": {\"client_secret\": \"%s\"}".formatted(URL, SECRET));
    }

    private static String now() {
        return String.valueOf(Instant.now().toEpochMilli());
    }

    private static RequestSpecification third(String time, String url, String body) {
        return TestConnection.crm()
                .contentType("application/json")
                .header("X-HubSpot-Request-Timestamp", time)
                .header("X-HubSpot-Signature-v3", base64(hmac(bytes(SECRET), "POST", url, body, time)));
    }

    private static RequestSpecification close(byte[] key, long time, String body) {
        return TestConnection.crm()
                .header("close-sig-timestamp", time)
                .header("close-sig-hash", hex(hmac(key, String.valueOf(time), body)));
    }

    private static RequestSpecification standard(String time, String signatures) {
        return TestConnection.crm()
                .header("webhook-id", "msg_1")
                .header("webhook-timestamp", time)
                .header("webhook-signature", signatures);
    }

    /** An HTTP message signature as a careful sender makes it, over these components. */
    private static RequestSpecification message(String digest, String components, String more) {
        var parameters = "(%s);created=%d;keyid=\"ours\"%s"
                .formatted(components, Instant.now().getEpochSecond(), more);
        var base = new StringBuilder();
        for (var component : components.split(" ")) {
            base.append(component)
                    .append(": ")
                    .append(
                            switch (component) {
                                case "\"@method\"" -> "POST";
                                case "\"@target-uri\"" -> "https://hooks.example.com/own";
                                default -> digest;
                            })
                    .append('\n');
        }
        var signature = hmac(bytes("an hmac key of some length"), base + "\"@signature-params\": " + parameters);
        return TestConnection.crm()
                .contentType("application/json")
                .header("Content-Digest", digest)
                .header("Signature-Input", "ours=" + parameters)
                .header("Signature", "ours=:" + base64(signature) + ":");
    }
}
