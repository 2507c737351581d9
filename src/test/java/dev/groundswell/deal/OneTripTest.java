package dev.groundswell.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.access.OneTrip;
import dev.groundswell.catalog.Glossary;
import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestWorkspace;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The hot path holds under row-level security, also once the driver has the server prepare it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OneTripTest {

    private static final int OFTEN_ENOUGH_TO_BE_PREPARED = 20;

    @Inject
    AgroalDataSource database;

    @Inject
    OneTrip trip;

    @Test
    void writesIntoTheWorkspaceThatItClaims() throws SQLException {
        var workspace = TestWorkspace.create();
        var table = new DealTable(database, trip);

        for (int i = 0; i < OFTEN_ENOUGH_TO_BE_PREPARED; i++) {
            assertThat(table.insertNew(workspace.id(), version(workspace), List.of(row("deal-" + i))))
                    .hasSize(1);
        }
        workspace.asLeader().get("/v1/deals/crm/deal-19").then().statusCode(200);
    }

    @Test
    void aStaleCatalogOrAKnownDealInsertsNothing() throws SQLException {
        var workspace = TestWorkspace.create();
        var table = new DealTable(database, trip);
        var version = version(workspace);

        assertThat(table.insertNew(workspace.id(), version - 1, List.of(row("1"))))
                .isEmpty();
        assertThat(table.insertNew(workspace.id(), version, List.of(row("1")))).hasSize(1);
        assertThat(table.insertNew(workspace.id(), version, List.of(row("1")))).isEmpty();
    }

    /** The claim of one workspace with the filter of another: the wall stands, whatever the statement says. */
    @Test
    void anotherWorkspacesRowsCannotBeWrittenOrReadThroughIt() throws SQLException {
        var mine = TestWorkspace.create();
        var theirs = TestWorkspace.create();
        theirs.asIntegration()
                .body("{\"state\": \"lost\"}")
                .put("/v1/deals/crm/secret")
                .then()
                .statusCode(201);

        var smuggling = """
                select set_config('app.workspace', ?, true);
                insert into deal (workspace, source, external_id, told)
                select w.workspace, 'crm', 'smuggled', '{}' from workspace w where w.workspace = ?
                on conflict do nothing;
                update deal set note = 'smuggled' where workspace = ?;
                select external_id from deal where workspace = ?""";
        for (int i = 0; i < OFTEN_ENOUGH_TO_BE_PREPARED; i++) {
            var found = trip.ask(
                    mine.id(),
                    smuggling,
                    statement -> {
                        statement.setString(2, theirs.id());
                        statement.setString(3, theirs.id());
                        statement.setString(4, theirs.id());
                    },
                    statement -> {
                        assertThat(statement.getUpdateCount()).isZero();
                        statement.getMoreResults();
                        assertThat(statement.getUpdateCount()).isZero();
                        statement.getMoreResults();
                        return statement.getResultSet().next();
                    });
            assertThat(found).isFalse();
        }
        theirs.asLeader().get("/v1/losses").then().body("items", hasSize(1)).body("items[0].note", nullValue());
    }

    private static DealRow row(String externalId) {
        var change = new DealChange("crm", externalId, Origin.crm, Map.of(), 1, 1);
        return DealRow.of(change, new Glossary(1, List.of(), List.of(), List.of(), List.of()), false);
    }

    private long version(TestWorkspace workspace) throws SQLException {
        return trip.ask(
                workspace.id(),
                "select set_config('app.workspace', ?, true); select catalog_version from workspace where workspace = ?",
                statement -> statement.setString(2, workspace.id()),
                statement -> {
                    try (var row = statement.getResultSet()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }
}
