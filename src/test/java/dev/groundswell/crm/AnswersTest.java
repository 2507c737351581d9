package dev.groundswell.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each vendor hears what it expects, to the letter: anything else makes it retry, ban or forget. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AnswersTest {

    private static final String ACK =
            "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body><notificationsResponse "
                    + "xmlns=\"http://soap.sforce.com/2005/09/outbound\"><Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>";

    private static final Map<String, String> BODIES =
            Map.of("salesforce", ACK, "json", "{}", "signed_json", "{}", "http_signatures", "{}");

    /** What is not understood or not about deals was taken all the same. */
    @ParameterizedTest
    @CsvSource({
        "hubspot, 204", "pipedrive, 200", "salesforce, 200", "json, 200", "dynamics, 200", "espocrm, 200", "zoho, 200",
        "twenty, 200", "odoo, 200", "freshsales, 200", "highlevel, 200", "rdstation, 200", "amocrm, 200",
                "cloudevents, 202"
    })
    void whatWasTakenIsAnswered(String kind, int status) {
        var connection = TestConnection.create(kind);
        for (var body :
                new String[] {"{\"nothing\": \"of deals\"}", "{\"nothing\": \"of deals\"}", "[]", "", "no format", "<x"
                }) {
            var answer = connection.send(body);
            assertThat(answer.statusCode()).as(body).isEqualTo(status);
            assertThat(answer.asString()).isEqualTo(BODIES.getOrDefault(kind, ""));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hubspot, client_secret",
        "pipedrive, password",
        "json, token",
        "dynamics, key",
        "espocrm, secret",
        "zoho, token",
        "twenty, secret",
        "freshsales, token",
        "rdstation, token",
        "cloudevents, token",
        "signed_json, secret"
    })
    void whoDoesNotProveThemselvesHears401(String kind, String secret) {
        var connection = TestConnection.create(
                TestWorkspace.create(), kind, ", \"secrets\": {\"%s\": \"a-secret-of-test\"}".formatted(secret));

        assertRefused(connection.send("{}"));
    }

    @ParameterizedTest
    @CsvSource({
        "standard_webhooks, secret, whsec_MDEyMzQ1Njc4OWFi",
        "close, signature_key, 0011",
        "http_signatures, secret, AAAA"
    })
    void whoDoesNotSignHears401(String kind, String secret, String value) {
        var connection = TestConnection.create(
                TestWorkspace.create(), kind, ", \"secrets\": {\"%s\": \"%s\"}".formatted(secret, value));

        assertRefused(connection.send("{}"));
    }

    private static void assertRefused(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.asString()).isEmpty();
    }
}
