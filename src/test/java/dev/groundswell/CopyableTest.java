package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.groundswell.testsupport.Contract;
import dev.groundswell.testsupport.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What readers copy out of the documentation is a request that the contract knows. */
class CopyableTest {

    private static final Path HTTP_FILE = Path.of("docs/http/groundswell.http");

    private final Document contract = Document.committed();

    @Test
    void everyCurlInTheDocumentationIsARequestOfTheContract() throws IOException {
        int checked = 0;
        for (var page : pages()) {
            for (var request : CopyableRequest.ofPage(Files.readString(page))) {
                check(page, request);
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(20);
    }

    @Test
    void everyRequestForEditorsIsOneOfTheContract() throws IOException {
        var requests = CopyableRequest.ofHttpFile(Files.readString(HTTP_FILE));
        requests.forEach(request -> check(HTTP_FILE, request));

        assertThat(requests).hasSizeGreaterThan(100);
    }

    @Test
    void editorsFindEveryFamilyOfOperations() throws IOException {
        var missing = new TreeSet<String>();
        contract.operations().forEach(operation -> missing.add(tag(operation)));
        for (var request : CopyableRequest.ofHttpFile(Files.readString(HTTP_FILE))) {
            contract.find(request.method(), request.path()).ifPresent(operation -> missing.remove(tag(operation)));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void aSlipWouldBeFound() {
        for (var slip : new String[] {
            "curl -s http://localhost:8080/v1/trend/reasons -H 'Authorization: Bearer x'",
            "curl -s -X DELETE http://localhost:8080/v1/losses/7 -H 'Authorization: Bearer x'",
            "curl -s \"http://localhost:8080/v1/trends/reasons?intervall=month\" -H 'Authorization: Bearer x'",
            "curl -s \"http://localhost:8080/v1/trends/reasons?interval=fortnight\" -H 'Authorization: Bearer x'",
            "curl -s http://localhost:8080/v1/losses -H 'Authorization: Bearer x' -d '{}'",
            "curl -s http://localhost:8080/v1/losses -H 'Authorization: Bearer x' -H 'Content-Type: application/json' \\\n -d '{\"source\": \"crm\"}'",
            "curl -s http://localhost:8080/v1/me/keys -H 'Authorization: Bearer x' -H 'Content-Type: application/json' -d '{\"nam\": \"x\"}'",
            "curl -s http://localhost:8080/v1/losses",
            "curl -s http://localhost:8080/v2/losses"
        }) {
            var requests = CopyableRequest.ofPage("```sh\n" + slip + "\n```\n");
            assertThat(requests).as(slip).hasSize(1);
            assertThatThrownBy(() -> check(Path.of("slip"), requests.get(0)))
                    .as(slip)
                    .isInstanceOf(AssertionError.class);
        }
    }

    private void check(Path file, CopyableRequest request) {
        var where = file + ": " + request.method() + " " + request.path();
        if (request.path().equals("/mcp") || request.path().startsWith("/q/")) {
            return;
        }
        var operation = contract.find(request.method(), request.path());
        assertThat(operation).as(where).isPresent();
        assertThat(request.headers().containsKey("authorization"))
                .as(where + " has a key")
                .isEqualTo(!operation.get().definition().path("security").isEmpty());
        for (var parameter : request.parameters()) {
            var schema = schema(operation.get(), parameter.name());
            assertThat(schema.isMissingNode())
                    .as(where + " knows " + parameter.name())
                    .isFalse();
            Contract.INSTANCE.checkParameter(where + " " + parameter.name(), schema, parameter.value());
        }
        if (!request.body().isEmpty() && !request.sendsAFile()) {
            var contentType = request.headers().get("content-type");
            assertThat(contentType).as(where + " names a content type").isNotNull();
            Contract.INSTANCE.checkBody(operation.get(), contentType, request.body());
        }
    }

    private static JsonNode schema(Document.Operation operation, String name) {
        for (var parameter : operation.definition().path("parameters")) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("name").asText().equals(name)) {
                return parameter.path("schema");
            }
        }
        return MissingNode.getInstance();
    }

    private static String tag(Document.Operation operation) {
        return operation.definition().path("tags").path(0).asText();
    }

    private static Iterable<Path> pages() throws IOException {
        try (var docs = Files.walk(Path.of("docs"));
                var deploy = Files.walk(Path.of("deploy"))) {
            return Stream.of(Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")), docs, deploy)
                    .flatMap(each -> each)
                    .filter(each -> each.toString().endsWith(".md"))
                    .toList();
        }
    }
}
