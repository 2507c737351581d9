package dev.groundswell.contract.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.testsupport.Database;
import dev.groundswell.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked, nothing breaks: no answer is a 5xx or one that the contract does not name, and what is refused has stored nothing.
 * {@code -Dgroundswell.fuzz=10000} asks so many times and each time otherwise, {@code -Dgroundswell.fuzz.seed=} asks the same again.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FuzzTest {

    private static final int SHORT = 500;
    private static final long ALWAYS = 20_261_128;

    @Test
    void noRequestBreaksTheServiceOrItsWord() throws Exception {
        int requests = Integer.getInteger("groundswell.fuzz", SHORT);
        // a build fails for what was changed, and not by chance: that is for those who look
        long seed = Long.getLong("groundswell.fuzz.seed", requests == SHORT ? ALWAYS : System.nanoTime());
        System.out.println("FuzzTest: -Dgroundswell.fuzz=" + requests + " -Dgroundswell.fuzz.seed=" + seed);

        try (var database = Database.connect("quarkus.datasource")) {
            var campaign = new Campaign("http://127.0.0.1:" + RestAssured.port, database, seed);
            var faults = campaign.run(requests);
            System.out.println("FuzzTest: " + campaign.tell());

            assertThat(faults.stream().limit(50).collect(Collectors.joining("\n")))
                    .as("-Dgroundswell.fuzz=" + requests + " -Dgroundswell.fuzz.seed=" + seed)
                    .isEmpty();
        }
    }
}
