package dev.groundswell.testsupport;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A check that cannot fail proves nothing. */
class ContractItselfTest {

    private final Contract contract = new Contract(Document.committed());

    @Test
    void takesAnAnswerThatIsDocumented() {
        assertThatCode(() -> workspace(200, "{\"id\": \"abcdefgh\", \"name\": \"x\", \"zone\": \"Etc/UTC\"}"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAStatusAPropertyAndATypeThatAreNot() {
        assertThatThrownBy(() -> workspace(418, "{}")).hasMessageContaining("not documented");
        assertThatThrownBy(() -> workspace(
                        200, "{\"id\": \"abcdefgh\", \"name\": \"x\", \"zone\": \"Etc/UTC\", \"seller\": \"y\"}"))
                .hasMessageContaining("seller");
        assertThatThrownBy(() -> workspace(200, "{\"id\": 7, \"name\": \"x\", \"zone\": \"Etc/UTC\"}"))
                .hasMessageContaining("breaks its schema");
        assertThatThrownBy(() -> workspace(200, "{\"id\": \"abcdefgh\", \"name\": \"x\"}"))
                .hasMessageContaining("zone");
    }

    private void workspace(int status, String body) {
        contract.check("GET", "/v1/workspace", status, "application/json", body);
    }
}
