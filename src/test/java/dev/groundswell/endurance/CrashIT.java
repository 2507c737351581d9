package dev.groundswell.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that was acknowledged is lost, and nothing is counted twice, while the service and its database are killed under
 * everything that uses them. The long form: {@code mvn -Pcrash -DskipTests verify}.
 */
class CrashIT {

    @TempDir
    Path temp;

    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    void whatWasAcknowledgedIsThereOnce() throws Exception {
        var blows = List.of(Blow.service_while_sealing, Blow.server);

        var outcome = CrashLoop.run(temp, blows, seed, 2_000, Pace.moderate, false);

        assertThat(outcome.isRight()).as("seed " + seed + "\n" + outcome).isTrue();
    }
}
