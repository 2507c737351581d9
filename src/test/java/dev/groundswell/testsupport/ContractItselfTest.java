package dev.groundswell.testsupport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A check that cannot fail proves nothing: here each fault is planted. */
class ContractItselfTest {

    private static final String WORKSPACE = "{\"id\": \"abcdefgh\", \"name\": \"x\", \"zone\": \"Etc/UTC\"}";
    private static final String PROBLEM =
            "{\"type\": \"urn:groundswell:problem:x\", \"title\": \"X\", \"status\": 503, \"code\": \"x\"}";
    private static final Map<String, String> TAGGED = Map.of("content-type", "application/json", "etag", "\"1\"");

    private final Contract contract = new Contract(Document.committed());

    @Test
    void takesAnAnswerThatIsDocumented() {
        assertThatCode(() -> workspace(200, WORKSPACE)).doesNotThrowAnyException();
        assertThatCode(() -> check("HEAD", "/v1/workspace", 200, TAGGED, "")).doesNotThrowAnyException();
    }

    @Test
    void findsTheOperationWhateverDotsAndSlashesLeadToIt() {
        for (var path :
                List.of("/v1/workspace/", "/v1/workspace/.", "/v1/workspace//%2e%2e", "/v1/workspace/x/y/%2e%2e/..")) {
            assertThatCode(() -> check("GET", path, 200, TAGGED, WORKSPACE))
                    .as(path)
                    .doesNotThrowAnyException();
        }
        for (var path : List.of("/v1/workspace/..", "/v1//workspace", "/v1/./workspace", "/v1/nowhere/../workspace")) {
            assertThatThrownBy(() -> check("GET", path, 200, TAGGED, WORKSPACE))
                    .as(path)
                    .hasMessageContaining("no operation");
        }
    }

    @Test
    void refusesAStatusThatIsNot() {
        assertThatThrownBy(() -> workspace(418, "{}")).hasMessageContaining("not documented");
        assertThatThrownBy(() -> check("GET", "/v1/nowhere", 200, TAGGED, "{}")).hasMessageContaining("no operation");
        assertThatThrownBy(() -> check("BREW", "/v1/workspace", 204, Map.of(), ""))
                .hasMessageContaining("no operation");
    }

    @Test
    void refusesAPropertyThatIsNot() {
        assertThatThrownBy(() -> workspace(200, WORKSPACE.replace("}", ", \"seller\": \"y\"}")))
                .hasMessageContaining("seller");
        assertThatThrownBy(() -> check(
                        "GET",
                        "/v1/me/keys",
                        200,
                        TAGGED,
                        "{\"items\": [{\"id\": \"1\", \"created_at\": \"2026-01-01T00:00:00Z\", \"seller\": \"y\"}]}"))
                .as("deep inside")
                .hasMessageContaining("seller");
    }

    @Test
    void refusesAValueThatIsOfAnotherTypeOrMissing() {
        assertThatThrownBy(() -> workspace(200, "{\"id\": 7, \"name\": \"x\", \"zone\": \"Etc/UTC\"}"))
                .hasMessageContaining("breaks its schema");
        assertThatThrownBy(() -> workspace(200, "{\"id\": \"abcdefgh\", \"name\": \"x\"}"))
                .hasMessageContaining("zone");
        assertThatThrownBy(() -> workspace(200, WORKSPACE.replace("\"x\"", "null")))
                .hasMessageContaining("breaks its schema");
    }

    @Test
    void refusesAnAnswerWithoutAHeaderThatIsPromised() {
        var json = Map.of("Content-Type", "application/json");
        assertThatThrownBy(() -> check("GET", "/v1/workspace", 200, json, WORKSPACE))
                .hasMessageContaining("lacks the header ETag");
        assertThatThrownBy(() -> check("POST", "/v1/aliases", 201, json, "{}"))
                .hasMessageContaining("lacks the header Location");
        var problem = Map.of("Content-Type", "application/problem+json");
        assertThatThrownBy(() -> check("GET", "/v1/losses", 503, problem, PROBLEM))
                .hasMessageContaining("lacks the header Retry-After");
        assertThatThrownBy(() -> check("GET", "/v1/losses", 401, problem, PROBLEM))
                .hasMessageContaining("lacks the header WWW-Authenticate");
    }

    @Test
    void refusesAContentThatIsNot() {
        var html = Map.of("Content-Type", "text/html", "ETag", "\"1\"");
        assertThatThrownBy(() -> check("GET", "/v1/workspace", 200, html, "<p>"))
                .hasMessageContaining("text/html");
        assertThatThrownBy(() -> check("GET", "/v1/workspace", 200, Map.of("ETag", "\"1\""), ""))
                .hasMessageContaining("not documented as null");
        assertThatThrownBy(() -> check("DELETE", "/v1/keys/1", 204, Map.of(), "{}"))
                .hasMessageContaining("body that is not documented");
        assertThatThrownBy(() -> check("GET", "/v1/nowhere", 404, html, "<p>")).hasMessageContaining("text/html");
    }

    @Test
    void nobodyAsksWithoutIt() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..bench..")
                // probes, which the last one speaks to, lie outside the contract
                .and()
                .haveNameNotMatching(".*\\.(Contract|PackagedProcess)")
                .should()
                .callMethod(HttpClient.class, "send", HttpRequest.class, HttpResponse.BodyHandler.class)
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                        .importPackages("dev.groundswell"));
    }

    private void workspace(int status, String body) {
        check("GET", "/v1/workspace", status, TAGGED, body);
    }

    private void check(String method, String path, int status, Map<String, String> headers, String body) {
        contract.check(new Exchange(method, path, status, headers, body));
    }
}
