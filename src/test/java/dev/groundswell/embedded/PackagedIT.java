package dev.groundswell.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the process does that users start, killed and stopped as it may happen to it. */
class PackagedIT {

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void nameFolder() throws Exception {
        folder = temp.toRealPath().resolve("data");
    }

    @Test
    void dataSurviveAKillThatLeavesTheServerBehind() throws Exception {
        try (var first = launch().awaitReady()) {
            write(42);
            first.process().destroyForcibly().waitFor();
            assertThat(PackagedProcess.serversOf(folder)).isNotEmpty();
        }
        try (var second = launch().awaitReady()) {
            assertThat(read()).isEqualTo(42);
            second.process().destroy();
            second.awaitEnd();
            assertThat(PackagedProcess.serversOf(folder)).isEmpty();
        }
    }

    @Test
    void aKilledServerIsStartedAgainAndTheServiceRecovers() throws Exception {
        try (var service = launch().awaitReady()) {
            write(7);
            ProcessHandle server =
                    Postmaster.of(DataFolder.open(folder)).orElseThrow().process();
            server.destroyForcibly();
            server.onExit().get();

            service.awaitReady();
            assertThat(read()).isEqualTo(7);
        }
    }

    @Test
    void withAUrlNothingEmbeddedIsStarted() throws Exception {
        try (var service =
                launch("-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:1/none", "-Dgroundswell.secret=s")) {
            assertThat(service.awaitEnd()).isNotZero();
            assertThat(folder).doesNotExist();
        }
    }

    @Test
    void withoutUrlAndWithoutEmbeddedTheStartIsRefused() throws Exception {
        try (var service = launch("-Dgroundswell.embedded=false")) {
            assertThat(service.awaitEnd()).isEqualTo(1);
            assertThat(service.said()).contains("quarkus.datasource.jdbc.url").doesNotContain("\tat ");
            assertThat(folder).doesNotExist();
        }
    }

    @Test
    void theClockIsRefusedBesideAUrl() throws Exception {
        try (var service = launch(
                "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:1/none",
                "-Dgroundswell.clock=2026-01-01T00:00:00Z")) {
            assertThat(service.awaitEnd()).isEqualTo(1);
            assertThat(service.said()).contains("groundswell.clock").doesNotContain("\tat ");
        }
    }

    private PackagedProcess launch(String... arguments) throws Exception {
        return PackagedProcess.launchOn(folder, temp, arguments);
    }

    private void write(int number) throws Exception {
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("create table kept as select " + number + " as number");
        }
    }

    private int read() throws Exception {
        try (Connection owner = owner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery("select number from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Connection owner() throws Exception {
        EmbeddedServer server = EmbeddedServer.running(folder).orElseThrow();
        return DriverManager.getConnection(
                server.url(), Roles.OWNER, server.settings().get("quarkus.flyway.password"));
    }
}
