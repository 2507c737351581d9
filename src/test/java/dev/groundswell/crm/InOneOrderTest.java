package dev.groundswell.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.testsupport.AnotherCopy;
import dev.groundswell.testsupport.Hold;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.SaidInLogs;
import dev.groundswell.testsupport.TestConnection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** Whoever writes deals, or what texts mean, takes what it writes in the same order as the others, so that no two wait for each other. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class InOneOrderTest {

    @Test
    void deliveriesThatTellOfDealsInAnotherOrderThanABatchDoes() throws Exception {
        var json = TestConnection.create("json").tell("[{\"id\": \"a\", \"status\": \"open\"}, {\"id\": \"b\"}]");
        var workspace = json.workspace();
        AnotherCopy.takes(workspace, "deliveries");
        json.send("{\"id\": \"b\", \"status\": \"lost\"}").then().statusCode(200);
        json.send("{\"id\": \"a\", \"status\": \"lost\"}").then().statusCode(200);

        try (var said = new SaidInLogs();
                var first =
                        Hold.on("from deal where workspace = '%s' and external_id = 'a'".formatted(workspace.id()))) {
            var batch = meanwhile(() -> workspace
                    .asIntegration()
                    .body("[%s, %s]".formatted(loss("a"), loss("b")))
                    .post("/v1/deals/batch")
                    .statusCode());
            first.awaitWaiting(1);
            AnotherCopy.leaves(workspace, "deliveries");
            first.awaitWaiting(2).letGo();

            assertThat(batch.get()).isEqualTo(200);
            json.settle();
            assertThat(said.lines()).noneMatch(line -> line.contains("could not be taken in"));
        }
    }

    @Test
    void aDealThatNamesAProductWhileTheCatalogIsEdited() throws Exception {
        var workspace = TestConnection.create("json").workspace();

        try (var writer =
                Hold.on("pg_advisory_xact_lock_shared(hashtextextended('%s', 0))".formatted(workspace.id()))) {
            var edited = meanwhile(() -> workspace
                    .asAdmin()
                    .body("{\"code\": \"too_slow\", \"label\": \"Too slow\", \"group\": \"product\"}")
                    .post("/v1/reasons")
                    .statusCode());
            writer.awaitWaiting(1);
            var told = meanwhile(() -> workspace
                    .asIntegration()
                    .header("Idempotency-Key", "planted")
                    .body("{\"source\": \"crm\", \"external_id\": \"1\", \"product\": \"Never named before\"}")
                    .post("/v1/losses")
                    .statusCode());
            writer.awaitWaiting(2).letGo();

            assertThat(edited.get()).isEqualTo(201);
            assertThat(told.get()).isEqualTo(201);
        }
    }

    private static CompletableFuture<Integer> meanwhile(IntSupplier asked) {
        return CompletableFuture.supplyAsync(asked::getAsInt);
    }

    private static String loss(String id) {
        return "{\"source\": \"crm\", \"external_id\": \"%s\", \"state\": \"lost\", \"closed_on\": \"2026-01-05\"}"
                .formatted(id);
    }
}
