package dev.groundswell.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The build and the tests load every class of the application; a server must come of that at no time. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class NothingIsStartedByTestsTest {

    private static final Path TEMP = Path.of(System.getProperty("java.io.tmpdir"));

    @Test
    void noServerBesideThoseThatTestsHaveStarted() {
        assertThat(EmbeddedServer.startedHere().lines())
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(Path.of(folder)).startsWithRaw(TEMP));
        assertThat(Path.of("groundswell-data")).doesNotExist();
    }
}
