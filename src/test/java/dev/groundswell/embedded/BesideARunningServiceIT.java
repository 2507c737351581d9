package dev.groundswell.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.testsupport.Contract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is started beside a service on the same folder: commands use its server, and a second service is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BesideARunningServiceIT {

    private Path temp;
    private Path folder;
    private PackagedProcess service;

    @BeforeAll
    void start(@TempDir Path temp) throws Exception {
        this.temp = temp;
        folder = temp.toRealPath().resolve("data");
        service = launch().awaitReady();
    }

    @AfterEach
    void theServiceDoesNotMind() throws Exception {
        assertThat(service.ready()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void withoutTheDemoNothingOfItIsThere() {
        assertThat(folder).isDirectoryNotContaining("glob:**/demo-*");
    }

    @Test
    void aCommandThatIsUnknownSaysSoAndDoesNotListen() throws Exception {
        try (var command = launch("no-such-command")) {
            assertThat(command.awaitEnd()).as(command.said()).isEqualTo(2);
            assertThat(command.said()).contains("Unknown command: no-such-command");
        }
    }

    @Test
    void aWorkspaceIsMade() throws Exception {
        try (var command = launch("create-workspace", "Example Ltd", "-Dquarkus.log.level=OFF")) {
            assertThat(command.awaitEnd()).as(command.said()).isZero();
            assertThat(command.said()).contains("Example Ltd").contains("curl -sS -X POST http://localhost:");
            assertThat(accept(command.said())).isEqualTo(201);
            assertThat(accept(command.said())).isEqualTo(409);
        }
    }

    @Test
    void aWorkspaceWithoutANameIsRefused() throws Exception {
        try (var command = launch("create-workspace")) {
            assertThat(command.awaitEnd()).isEqualTo(2);
            assertThat(command.said()).contains("create-workspace <name>");
        }
    }

    @Test
    void aSecondServiceOnTheFolderIsRefused() throws Exception {
        try (var second = launch()) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.said()).contains("Another Groundswell runs on " + folder);
        }
    }

    private PackagedProcess launch(String... arguments) throws Exception {
        return PackagedProcess.launchOn(folder, temp, arguments);
    }

    private int accept(String said) throws Exception {
        String path = said.substring(said.indexOf("/v1/invites/")).strip();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return Contract.send(HttpClient.newHttpClient(), request).statusCode();
    }
}
