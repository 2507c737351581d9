package dev.groundswell.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.groundswell.testsupport.Again;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ManyAtOnceTest {

    private TestWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = TestWorkspace.create();
    }

    @Test
    void fiftyIdenticalPostsAreOneDeal() throws Exception {
        var statuses = inParallel(
                50,
                i -> Again.ask(() -> workspace
                                .asIntegration()
                                .header("Idempotency-Key", "same")
                                .body("{\"source\": \"crm\", \"external_id\": \"1\", \"competitors\": [\"Acme\"]}")
                                .post("/v1/losses"))
                        .extract()
                        .statusCode());

        assertThat(statuses).containsOnly(201);
        workspace.asLeader().get("/v1/losses").then().body("items", hasSize(1));
    }

    @Test
    void fiftyPostsWithoutAKeyAreOneDealToo() throws Exception {
        var statuses = inParallel(
                50,
                i -> Again.ask(() -> workspace
                                .asIntegration()
                                .body("{\"source\": \"crm\", \"external_id\": \"1\", \"product\": \"Thing\"}")
                                .post("/v1/losses"))
                        .extract()
                        .statusCode());

        assertThat(statuses).containsOnly(200, 201);
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        workspace.asLeader().get("/v1/losses").then().body("items", hasSize(1));
        workspace.asLeader().get("/v1/products").then().body("items", hasSize(1));
    }

    @Test
    void ofTwentyEditsOfOneRevisionOneWins() throws Exception {
        var statuses = inParallel(
                20,
                i -> workspace
                        .asAdmin()
                        .header("If-Match", "\"1\"")
                        .body("{\"name\": \"Name " + i + "\"}")
                        .patch("/v1/workspace")
                        .statusCode());

        assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 412)).isEqualTo(19);
    }

    @Test
    void ofTwentyEditsOfOneRevisionOfADealOneWins() throws Exception {
        workspace
                .asIntegration()
                .body("{\"note\": \"first\"}")
                .patch("/v1/deals/crm/1")
                .then()
                .statusCode(201);

        var statuses = inParallel(
                20,
                i -> workspace
                        .asIntegration()
                        .header("If-Match", "\"1\"")
                        .body("{\"note\": \"edit " + i + "\"}")
                        .patch("/v1/deals/crm/1")
                        .statusCode());

        assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 412)).isEqualTo(19);
    }

    @Test
    void aKeyThatWasUsedForAnotherRequestIsRefused() {
        var loss = "{\"source\": \"crm\", \"external_id\": \"%s\"}";
        workspace
                .asIntegration()
                .header("Idempotency-Key", "k")
                .body(loss.formatted("1"))
                .post("/v1/losses")
                .then()
                .statusCode(201);

        workspace
                .asIntegration()
                .header("Idempotency-Key", "k")
                .body(loss.formatted("2"))
                .post("/v1/losses")
                .then()
                .statusCode(422)
                .body("code", equalTo("key_reused"));
        workspace
                .asRep()
                .header("Idempotency-Key", "k")
                .body(loss.formatted("2"))
                .post("/v1/losses")
                .then()
                .statusCode(201);
    }

    @Test
    void aListIsWalkedWholeWhileItGrows() throws Exception {
        var old = new HashSet<String>();
        for (int part = 0; part < 20; part++) {
            old.addAll(loseMany("old-" + part, 500));
        }

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var request = workspace.asLeader().queryParam("limit", 97);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/losses");
            seen.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("next_cursor");
            loseMany("new-" + seen.size(), 10);
        } while (cursor != null);

        assertThat(old).hasSize(10_000);
        assertThat(seen).doesNotHaveDuplicates().containsAll(old);
    }

    private List<String> loseMany(String name, int many) {
        var batch = IntStream.range(0, many)
                .mapToObj(n ->
                        "{\"source\": \"crm\", \"external_id\": \"%s-%d\", \"state\": \"lost\", \"closed_on\": \"2026-0%d-1%d\"}"
                                .formatted(name, n, 1 + n % 9, n % 10))
                .collect(Collectors.joining(",", "[", "]"));
        return workspace.asIntegration().body(batch).post("/v1/deals/batch").path("results.id");
    }

    private interface Call {
        int status(int i);
    }

    private static List<Integer> inParallel(int many, Call call) throws Exception {
        var threads = Executors.newFixedThreadPool(many);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int number = i;
            calls.add(() -> call.status(number));
        }
        var statuses = new ArrayList<Integer>();
        for (var answer : threads.invokeAll(calls)) {
            statuses.add(answer.get());
        }
        threads.shutdown();
        return statuses;
    }
}
