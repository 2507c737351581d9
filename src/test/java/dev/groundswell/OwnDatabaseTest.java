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
            "groundswell.secret", "9c1e57b0d2a84f36e0b7715ac3d8264f");

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
        "groundswell.secret, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "groundswell.secret, 0123456789abcdef0123456789abcdef",
        "groundswell.secret, please-change-me-in-production-soon",
        "groundswell.secret, an Example that was copied from a page",
        "groundswell.outgoing.allow-private, true",
        "groundswell.public-url, http://groundswell.example.com",
        "quarkus.http.proxy.proxy-address-forwarding, true",
        "groundswell.clock, 2026-01-01T00:00:00Z"
    })
    void refusesWhatIsUnsafeByName(String property, String value) {
        var settings = new HashMap<>(SAFE);
        settings.put(property, value);

        assertThatThrownBy(() -> check(settings)).isInstanceOf(Refusal.class).hasMessageContaining(property);
    }

    @ParameterizedTest
    @CsvSource({
        "groundswell.outgoing.allow-private, false",
        "groundswell.public-url, https://groundswell.example.com",
        "groundswell.public-url, http://localhost:8080",
        "groundswell.public-url, http://127.0.0.1:8080",
        "quarkus.oidc.tenant-enabled, false"
    })
    void takesWhatIsSafe(String property, String value) {
        var settings = new HashMap<>(SAFE);
        settings.put(property, value);

        assertThatCode(() -> check(settings)).doesNotThrowAnyException();
    }

    /** A provider has tokens for many: those for others are worth nothing here. */
    @ParameterizedTest
    @CsvSource({
        "quarkus.oidc.token.audience, '', https://id.example.com",
        "quarkus.oidc.auth-server-url, groundswell, http://id.example.com"
    })
    void refusesTokensThatAnybodyMayHave(String named, String audience, String provider) {
        var settings = new HashMap<>(SAFE);
        settings.put("quarkus.oidc.tenant-enabled", "true");
        settings.put("quarkus.oidc.token.audience", audience);
        settings.put("quarkus.oidc.auth-server-url", provider);

        assertThatThrownBy(() -> check(settings)).isInstanceOf(Refusal.class).hasMessageContaining(named);
    }

    private static void check(Map<String, String> settings) {
        OwnDatabase.check(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 1000))
                .build());
    }
}
