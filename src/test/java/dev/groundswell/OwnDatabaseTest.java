package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.embedded.Refusal;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnDatabaseTest {

    private static final Map<String, String> SAFE = Map.of(
            "quarkus.datasource.username", "app",
            "quarkus.datasource.worker.username", "worker",
            "quarkus.flyway.username", "owner",
            "groundswell.secret", "0123456789abcdef0123456789abcdef");

    @Test
    void takesThreeRolesAndASecret() {
        assertThatCode(() -> check(SAFE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.datasource.username, ''",
        "quarkus.datasource.username, owner",
        "quarkus.datasource.worker.username, ''",
        "quarkus.datasource.worker.username, app",
        "quarkus.datasource.worker.username, owner",
        "quarkus.flyway.username, ''",
        "groundswell.secret, ''",
        "groundswell.secret, short",
        "groundswell.clock, 2026-01-01T00:00:00Z"
    })
    void refusesWhatIsUnsafeByName(String property, String value) {
        var settings = new HashMap<>(SAFE);
        settings.put(property, value);

        assertThatThrownBy(() -> check(settings)).isInstanceOf(Refusal.class).hasMessageContaining(property);
    }

    private static void check(Map<String, String> settings) {
        OwnDatabase.check(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 1000))
                .build());
    }
}
