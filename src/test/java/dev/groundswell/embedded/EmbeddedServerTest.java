package dev.groundswell.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    @TempDir
    Path temp;

    private Optional<EmbeddedServer> started = Optional.empty();

    @AfterEach
    void stop() {
        started.ifPresent(EmbeddedServer::stop);
    }

    @Test
    void keepsOthersOutAndTheDataSafe() throws Exception {
        EmbeddedServer server = start();

        assertThat(modeOf(server.folder())).isEqualTo("rwx------");
        assertThat(modeOf(server.folder().resolve("server"))).isEqualTo("rwx------");
        assertThat(modeOf(server.folder().resolve("postgres"))).isEqualTo("rwx------");
        assertThat(modeOf(server.folder().resolve("secrets.properties"))).isEqualTo("rw-------");
        assertThat(server.folder().resolve("password.tmp")).doesNotExist();
        assertThat(show(server, "fsync")).isEqualTo("on");
        assertThat(show(server, "synchronous_commit")).isEqualTo("on");
        assertThat(show(server, "full_page_writes")).isEqualTo("on");
        assertThat(show(server, "listen_addresses")).isEqualTo("127.0.0.1");
        for (String role : new String[] {"postgres", Roles.OWNER, Roles.APP, Roles.WORKER}) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), role, "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void theServiceMayNeitherChangeTheSchemaNorStepOverTheWalls() throws Exception {
        EmbeddedServer server = start();

        for (String role : new String[] {"username", "worker.username"}) {
            try (Connection connection = connect(server, role)) {
                assertThat(query(connection, """
                        select count(*) from pg_roles where rolname = current_user
                            and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)""")).isEqualTo("0");
                assertThatThrownBy(() -> execute(connection, "create table t (a int)"))
                        .hasMessageContaining("permission denied");
            }
        }
        try (Connection owner = owner(server)) {
            execute(owner, "create table t (a int)");
        }
    }

    @Test
    void aFolderOfFilesOfOthersIsLeftAlone() throws Exception {
        Path home = Files.createDirectories(temp.resolve("home"));
        Files.writeString(home.resolve("letter.txt"), "Dear");
        String mode = modeOf(home);

        assertThatThrownBy(() -> EmbeddedServer.start(home))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("groundswell.data-dir");
        assertThat(modeOf(home)).isEqualTo(mode);
    }

    /** Below a file there is no folder, whoever asks. */
    @Test
    void aFolderThatCannotBeWrittenIsRefusedByName() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "in the way");

        assertThatThrownBy(() -> EmbeddedServer.start(file.resolve("data")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("groundswell.data-dir")
                .hasMessageContaining("cannot be used");
    }

    @Test
    void aSecondStartIsRefusedAndACommandFindsTheFirst() throws Exception {
        EmbeddedServer server = start();

        assertThatThrownBy(() -> EmbeddedServer.start(server.folder()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Another Groundswell runs on");
        assertThat(EmbeddedServer.running(server.folder()).orElseThrow().settings())
                .isEqualTo(server.settings());
    }

    @Test
    void aFirstStartThatWasKilledIsMadeGoodAndDataAreNeverWiped() throws Exception {
        Path folder = temp.resolve("data");
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "18");
        Files.createFile(folder.resolve("groundswell.lock"));

        assertThatThrownBy(() -> EmbeddedServer.start(folder)).isInstanceOf(Refusal.class);
        assertThat(folder.resolve("postgres/PG_VERSION")).exists();

        Files.createFile(folder.resolve("initialising"));
        EmbeddedServer server = start();
        assertThat(folder.resolve("initialising")).doesNotExist();
        assertThat(show(server, "server_version")).startsWith("18");
    }

    @Test
    void aFolderOfAnotherMajorVersionIsRefusedWithInstructions() throws Exception {
        Path folder = start().folder();
        stop();
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedServer.start(folder))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("docs/runbook.md");
        assertThat(EmbeddedServer.running(folder)).isEmpty();
    }

    @Test
    void aPidFileThatNamesAStrangerDoesNotKeepItFromStarting() throws Exception {
        Path folder = start().folder();
        stop();
        // As after a restart of the machine, when the number has gone to somebody else.
        Files.writeString(
                folder.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("postgres") + "\n1\n5432\n\n127.0.0.1\n");

        assertThat(show(start(), "fsync")).isEqualTo("on");
    }

    @Test
    void aServerThatWasKilledComesBackUnderTheSameAddress() throws Exception {
        EmbeddedServer server = start();
        try (Connection owner = owner(server)) {
            execute(owner, "create table kept as select 42 as answer");
        }

        ProcessHandle process =
                Postmaster.of(DataFolder.open(server.folder())).orElseThrow().process();
        process.destroyForcibly();

        assertThat(eventually(() -> {
                    try (Connection owner = owner(server)) {
                        return query(owner, "select answer from kept");
                    }
                }))
                .isEqualTo("42");
    }

    private EmbeddedServer start() throws IOException {
        EmbeddedServer server = EmbeddedServer.start(temp.resolve("data"));
        started = Optional.of(server);
        return server;
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String show(EmbeddedServer server, String setting) throws SQLException {
        try (Connection connection = connect(server, "username")) {
            return query(connection, "show " + setting);
        }
    }

    private static Connection owner(EmbeddedServer server) throws SQLException {
        Map<String, String> settings = server.settings();
        return DriverManager.getConnection(
                server.url(), settings.get("quarkus.flyway.username"), settings.get("quarkus.flyway.password"));
    }

    private static Connection connect(EmbeddedServer server, String role) throws SQLException {
        Map<String, String> settings = server.settings();
        return DriverManager.getConnection(
                server.url(),
                settings.get("quarkus.datasource." + role),
                settings.get("quarkus.datasource." + role.replace("username", "password")));
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Attempt {
        String run() throws SQLException;
    }

    private static String eventually(Attempt attempt) throws Exception {
        for (int i = 0; ; i++) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                if (i == 100) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }
}
