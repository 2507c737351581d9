package dev.groundswell.field;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.groundswell.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ForgetReportsTest {

    private static final LocalDate UNTIL =
            PeriodLength.quarter.of(LocalDate.now(ZoneOffset.UTC)).until();

    @Inject
    ForgetReports forgetting;

    @Test
    void whatWasToldIsDeleted400DaysAfterItsPeriodsEndAndWhatWaitsIsNot() throws SQLException {
        var field = TestField.of(5);
        field.say(0, 5, "budget");
        field.sealPeriod();
        field.say(0, 1, "price_level");

        forget(field, 399);
        field.workspace().asRep().get("/v1/field_reports/mine").then().body("items", hasSize(2));
        forget(field, 400);
        field.workspace()
                .asRep()
                .get("/v1/field_reports/mine")
                .then()
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("carried_over"));
    }

    private void forget(TestField field, int days) throws SQLException {
        var noon = UNTIL.plusDays(days).atTime(12, 0).toInstant(ZoneOffset.UTC);
        forgetting.forgetIn(field.workspace().id(), Clock.fixed(noon, ZoneOffset.UTC));
    }
}
