package dev.groundswell.trend.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.access.Background;
import dev.groundswell.testsupport.AnotherCopy;
import dev.groundswell.testsupport.Apart;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A workspace that has grown is told how far its first counting is. */
@Apart
@QuarkusTest
@TestProfile(Counting.FromTheStart.class)
@QuarkusTestResource(PostgresResource.class)
class CountingProgressTest {

    private static final Duration WHOLE_TEST = Duration.ofMinutes(5);

    @Inject
    Rollup rollup;

    @Inject
    Background background;

    @Test
    void isToldMonthByMonth() throws SQLException {
        var workspace = TestWorkspace.create();
        AnotherCopy.takes(workspace, "rollup");
        background.inside(workspace.id(), "counting by hand", WHOLE_TEST, turn -> {
            progress(workspace).body("read_from", equalTo("deals")).body("counting", nullValue());
            lose(workspace, "2026-01", 10);
            lose(workspace, "2026-02", 30);

            step();
            progress(workspace)
                    .body("read_from", equalTo("deals"))
                    .body("counting.begun_at", notNullValue())
                    .body("counting.deals", equalTo(40))
                    .body("counting.counted", equalTo(0));
            step();
            progress(workspace).body("counting.counted", equalTo(10)).body("counting.share", equalTo(0.25f));
            step();
            progress(workspace).body("counting.counted", equalTo(40)).body("counting.share", equalTo(1f));
            step();
            progress(workspace).body("read_from", equalTo("counts")).body("counting", nullValue());
        });
    }

    private void step() {
        assertThat(QuarkusTransaction.requiringNew().call(rollup::step)).isTrue();
    }

    private static void lose(TestWorkspace workspace, String month, int deals) {
        var batch = IntStream.range(0, deals)
                .mapToObj(i ->
                        "{\"source\": \"crm\", \"external_id\": \"%s-%d\", \"state\": \"lost\", \"closed_on\": \"%s-15\"}"
                                .formatted(month, i, month))
                .collect(Collectors.joining(",", "[", "]"));
        workspace.asIntegration().body(batch).post("/v1/deals/batch").then().statusCode(200);
    }

    private static ValidatableResponse progress(TestWorkspace workspace) {
        return workspace.asLeader().get("/v1/trends/counts").then().statusCode(200);
    }
}
