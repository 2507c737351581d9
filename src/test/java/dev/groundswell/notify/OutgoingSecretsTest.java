package dev.groundswell.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.testsupport.Database;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.SaidInLogs;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses, signing secrets and what is sent are nowhere but where they are sent to. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OutgoingSecretsTest {

    private final List<String> seen = new ArrayList<>();
    private final List<String> planted = new ArrayList<>(
            List.of("planted-in-the-path", "planted-in-the-query", "planted-sentence", "planted-in-the-answer"));

    @Test
    void noAddressSecretOrBodyIsKeptLoggedOrAnswered() throws SQLException {
        var workspace = TestWorkspace.create();
        try (var receiver = new Receiver().saying("planted-in-the-answer");
                var broken = new Receiver().answering(500).saying("planted-in-the-answer");
                var log = new SaidInLogs()) {
            for (var url : List.of(
                    receiver.url("/planted-in-the-path?key=planted-in-the-query"),
                    broken.url("/planted-in-the-path"),
                    "https://127.0.0.1:9/planted-in-the-path",
                    "http://no-such-host.invalid/planted-in-the-path")) {
                for (var kind : List.of("webhook", "slack", "teams")) {
                    var subscription = TestSubscription.of(workspace, kind, url, "signal.opened");
                    if (subscription.secret() != null) {
                        planted.add(subscription.secret().substring("whsec_".length()));
                    }
                }
            }
            TestSubscription.signal(workspace, "planted-sentence", true);
            for (String id : subscriptions(workspace)) {
                var subscription = new TestSubscription(workspace, id, null);
                subscription.tried(times -> times >= 1);
                seen.add(subscription.read().extract().asString());
                seen.add(subscription.attempts().extract().asString());
            }
            TestSubscription.make(workspace, "webhook", "ftp://planted-in-the-path.example.com/", "signal.opened")
                    .extract()
                    .asString()
                    .lines()
                    .forEach(seen::add);
            assertThat(receiver.got())
                    .hasSize(3)
                    .allMatch(request -> request.body().contains("planted-sentence"));
            seen.addAll(log.lines());
        }
        seen.add(workspace.asAdmin().get("/v1/audit").asString());
        seen.add(RestAssured.get("/q/metrics").asString());
        lookAtTables(workspace);

        assertThat(seen).hasSizeGreaterThan(40);
        for (var line : seen) {
            assertThat(line).doesNotContain(planted);
            for (var text : planted) {
                assertThat(line).doesNotContain(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private static List<String> subscriptions(TestWorkspace workspace) {
        return workspace.asAdmin().get("/v1/subscriptions?limit=200").path("items.id");
    }

    private void lookAtTables(TestWorkspace workspace) throws SQLException {
        try (var app = Database.connect("quarkus.datasource")) {
            app.setAutoCommit(false);
            Database.enter(app, workspace.id());
            for (var table : Database.tables(app)) {
                seen.addAll(Database.texts(app, "select t::text from " + table + " t"));
            }
        }
    }
}
