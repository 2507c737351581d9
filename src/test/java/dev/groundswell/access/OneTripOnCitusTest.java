package dev.groundswell.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.testsupport.Apart;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is sent to Citus means the same to one PostgreSQL, where the setting of Citus is a name like any other. */
@Apart
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(OneTripOnCitusTest.OnCitus.class)
class OneTripOnCitusTest {

    private static final String WHERE = "select set_config('app.workspace', ?, true); select name from workspace";
    private static final int MORE_THAN_THE_POOL_HAS = 20;

    public static class OnCitus implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("groundswell.citus", "true");
        }
    }

    @Inject
    OneTrip trip;

    @Inject
    AgroalDataSource database;

    @Test
    void losesAndHearsAsEver() {
        var connection = TestConnection.create("json");
        connection.tell("{\"id\": \"1\", \"status\": \"lost\"}").deal("1").statusCode(200);
        connection
                .workspace()
                .asRep()
                .body("{\"source\": \"crm\", \"external_id\": \"1\", \"closed_on\": \"2026-01-01\"}")
                .post("/v1/losses")
                .then()
                .statusCode(200);
    }

    @Test
    void theWorkspaceIsForgottenAfterTheTrip() throws SQLException {
        assertThat(name(TestWorkspace.create().id())).isEqualTo("Test");

        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery("select name from workspace")) {
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void whatFailsLeavesNoConnectionInATransaction() throws SQLException {
        var workspace = TestWorkspace.create().id();
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
            assertThatThrownBy(() -> trip.update(workspace, WHERE + "; select 1 / 0", statement -> {}))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(name(workspace)).isEqualTo("Test");
    }

    /** A trip within a transaction neither ends it nor stays when it is rolled back. */
    @Test
    void aTransactionThatIsUnderWayGoesOn() throws SQLException {
        var workspace = TestWorkspace.create().id();
        QuarkusTransaction.begin();
        trip.update(
                workspace,
                "select set_config('app.workspace', ?, true); update workspace set name = 'Other' where workspace = ?",
                statement -> statement.setString(2, workspace));
        assertThat(name(workspace)).isEqualTo("Other");
        QuarkusTransaction.rollback();

        assertThat(name(workspace)).isEqualTo("Test");
    }

    @Test
    void onlyTheIdOfAWorkspaceGetsIntoTheText() {
        assertThatThrownBy(() -> name("'; drop table x; --")).isInstanceOf(IllegalArgumentException.class);
    }

    private String name(String workspace) throws SQLException {
        return trip.ask(workspace, WHERE, statement -> {}, statement -> {
            try (var row = statement.getResultSet()) {
                return row.next() ? row.getString(1) : "";
            }
        });
    }
}
