package dev.groundswell.bench;

import dev.groundswell.embedded.PackagedProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** Lost deals on Spring Boot and Data REST: {@code src/test/peers/spring-data-rest}, built by Maven. */
final class SpringDataRest {

    private static final Path FOLDER =
            Path.of("src/test/peers/spring-data-rest").toAbsolutePath();
    private static final String DATABASE = "peer_spring";

    private SpringDataRest() {}

    static Program start(Debian database) throws Exception {
        Program.run(FOLDER, Map.of(), "mvn", "-q", "-B", "package");
        database.create(DATABASE);
        int port = PackagedProcess.freePort();
        var program = Program.start(
                FOLDER,
                port,
                Map.of(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                "target/peer.jar",
                "--server.port=" + port,
                "--spring.datasource.url=" + database.url(DATABASE),
                "--spring.datasource.username=" + Debian.OWNER,
                "--spring.datasource.password=" + Debian.PASSWORD,
                "--peer.password=" + Debian.PASSWORD);
        program.process().awaitStatus(401, "/losses");
        return program;
    }

    static Load load(Program program, String run) {
        var user = Base64.getEncoder().encodeToString(("crm:" + Debian.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return new Load(
                program.port(),
                WriteGoals.CLIENTS,
                n -> Requests.of(
                        "POST",
                        "/losses",
                        "Authorization: Basic " + user + "\r\n" + Requests.JSON,
                        WriteGoals.loss(run + "-" + n)));
    }
}
