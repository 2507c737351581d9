package dev.groundswell;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.groundswell.testsupport.Document;
import dev.groundswell.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ContractTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Test
    void theServiceServesTheCommittedContract() throws IOException {
        var served = YAML.readTree(get("/q/openapi?format=yaml").asString());

        assertThat(served).isEqualTo(YAML.readTree(Files.readString(Path.of("openapi.yaml"))));
    }

    @Test
    void everyOperationIsNamedDescribedAndSecured() {
        var operations = Document.committed().operations();

        assertThat(operations)
                .extracting(Document.Operation::id)
                .doesNotHaveDuplicates()
                .allMatch(
                        id -> id.matches(
                                "(list|get|create|update|replace|delete|write|log|accept|preview|renew|replay|import"
                                        + "|scan|report|withdraw|raise|endorse|surface|ask|answer|respond|announce|erase|test)[A-Z][A-Za-z]*"));
        assertThat(operations).allSatisfy(operation -> {
            var definition = operation.definition();
            assertThat(definition.path("summary").asText()).as(operation.id()).isNotBlank();
            assertThat(definition.path("tags")).as(operation.id()).hasSize(1);
            assertThat(operation.statuses()).as(operation.id()).anyMatch(status -> status.startsWith("2"));
            boolean open = operation.id().equals("acceptInvite");
            assertThat(definition.path("security").isEmpty()).as(operation.id()).isEqualTo(open);
        });
    }

    @Test
    void everySuccessHasASchema() {
        for (var operation : Document.committed().operations()) {
            operation.definition().path("responses").properties().forEach(response -> {
                if (!response.getKey().equals("204") && !response.getKey().equals("304")) {
                    var contents = response.getValue().path("content");
                    assertThat(contents.isEmpty())
                            .as(operation.id() + " " + response.getKey())
                            .isFalse();
                    contents.forEach(
                            content -> assertThat(content.path("schema").isEmpty())
                                    .as(operation.id())
                                    .isFalse());
                }
            });
        }
    }

    @Test
    void noParameterHasANameThatBreaksGenerators() {
        for (var operation : Document.committed().operations()) {
            operation
                    .definition()
                    .path("parameters")
                    .forEach(parameter ->
                            assertThat(parameter.path("name").asText()).isNotIn("from", "class", "self"));
        }
    }

    @Test
    void whatIsInThePathComesFirstAndInThePathsOrder() {
        for (var operation : Document.committed().operations()) {
            var path = new StringBuilder();
            operation.definition().path("parameters").forEach(parameter -> {
                boolean inPath = parameter.path("in").asText().equals("path");
                path.append(inPath ? "{" + parameter.path("name").asText() + "}" : "?");
            });

            assertThat(path.toString().replaceAll("\\?*$", ""))
                    .as(operation.id())
                    .isEqualTo(operation.template().replaceAll("[^{}]*(\\{\\w+})|[^{}]+$", "$1"));
        }
    }

    @Test
    void everyTextAndListIsBounded() throws IOException {
        var unbounded = new ArrayList<String>();
        findUnbounded(YAML.readTree(Files.readString(Path.of("openapi.yaml"))), "", unbounded);

        assertThat(unbounded).isEmpty();
    }

    @Test
    void schemasAreNamedAfterWhatTheyHold() throws IOException {
        assertThat(schemas().properties())
                .extracting(Map.Entry::getKey)
                .noneMatch(name -> name.matches(".*(View|\\d|MergePatch|Node|LocalDate|Instant).*"));
    }

    @Test
    void noSchemaIsCalledAsSomethingOfALanguageIs() throws IOException {
        assertThat(schemas().properties())
                .extracting(Map.Entry::getKey)
                .doesNotContain("Import", "Kind", "State", "Request", "Response", "Error", "Object", "Type", "Date");
    }

    @Test
    void everyPatternIsAnchoredAndKnownToEveryLanguage() throws IOException {
        var patterns = YAML.readTree(Files.readString(Path.of("openapi.yaml"))).findValuesAsText("pattern");

        assertThat(patterns).isNotEmpty().allMatch(pattern -> pattern.startsWith("^") && pattern.endsWith("$"));
        assertThat(patterns).noneMatch(pattern -> pattern.contains("(?") || pattern.contains("\\p"));
    }

    @Test
    void everySchemaAndFieldSaysWhatItMeans() throws IOException {
        var silent = new ArrayList<String>();
        schemas().properties().forEach(schema -> {
            if (isSilent(schema.getValue())) {
                silent.add(schema.getKey());
            }
            schema.getValue().path("properties").properties().forEach(field -> {
                if (isSilent(field.getValue())) {
                    silent.add(schema.getKey() + "." + field.getKey());
                }
            });
        });

        assertThat(silent).isEmpty();
    }

    @Test
    void everyEnumHasANameAndMayGrowUnlessNothingElseCanBe() throws IOException {
        var document = Document.committed();

        assertThat(document.operations())
                .allSatisfy(operation -> assertThat(operation.definition().findParents("enum"))
                        .as(operation.id())
                        .isEmpty());
        assertThat(schemas().properties())
                .filteredOn(schema -> schema.getValue().has("enum"))
                .filteredOn(schema ->
                        !schema.getValue().path("description").asText().contains("accept unknown values"))
                .extracting(Map.Entry::getKey)
                .containsExactly("SignalDirection");
    }

    private static JsonNode schemas() throws IOException {
        return YAML.readTree(Files.readString(Path.of("openapi.yaml"))).at("/components/schemas");
    }

    private static boolean isSilent(JsonNode schema) {
        return schema.path("description").asText().isBlank();
    }

    private static void findUnbounded(JsonNode node, String path, List<String> unbounded) {
        var type = node.path("type");
        boolean text = type.asText().equals("string")
                || (type.isArray() && type.toString().contains("string"));
        if (text && !node.has("maxLength") && !node.has("enum")) {
            unbounded.add(path);
        }
        if (type.asText().equals("array") && !node.has("maxItems")) {
            unbounded.add(path);
        }
        node.properties().forEach(each -> findUnbounded(each.getValue(), path + "/" + each.getKey(), unbounded));
        if (node.isArray()) {
            node.forEach(each -> findUnbounded(each, path + "/-", unbounded));
        }
    }
}
