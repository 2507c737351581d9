package dev.groundswell.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import dev.groundswell.testsupport.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong where payloads are read and folded. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PitfallsOfPayloadsTest {

    private static final long T = Instant.parse("2026-03-02T10:00:00Z").toEpochMilli();

    @Test
    void anObjectComesWhereAnArrayIsExpectedAndTheReverse() {
        var hubspot = TestConnection.create("hubspot");
        hubspot.tell(stage(1, "closedlost", T));
        hubspot.tell("[%s]".formatted(stage(2, "closedlost", T)));
        hubspot.tell("[]");

        assertThat(hubspot.lostIn(2026)).isEqualTo(2);
        hubspot.health().body("dead", equalTo(0)).body("ignored", equalTo(1));
    }

    @Test
    void oneBadItemDoesNotFailItsBatch() {
        var hubspot = TestConnection.create("hubspot");
        hubspot.tell("[%s, {\"subscriptionType\": \"deal.propertyChange\", \"occurredAt\": \"never\"}, %s]"
                .formatted(stage(1, "closedlost", T), stage(2, "closedlost", T)));

        assertThat(hubspot.lostIn(2026)).isEqualTo(2);
        hubspot.deliveries()
                .body("items", hasSize(1))
                .body("items[0].items.result", equalTo(List.of("folded", "refused", "folded")));
    }

    @Test
    void aRepetitionIsKnownByWhatNamesTheEventNotByItsNumberAlone() {
        var hubspot = TestConnection.create("hubspot");
        // one eventId for two things, and a second attempt of the first
        hubspot.tell("[%s, %s]".formatted(stage(1, "closedlost", T), property(1, "amount", "2000", T)));
        hubspot.tell(
                "[%s]".formatted(stage(1, "closedlost", T).replace("\"attemptNumber\": 0", "\"attemptNumber\": 3")));

        hubspot.deliveries()
                .body("items[0].items[0].result", equalTo("repeated"))
                .body("items[1].items.result", equalTo(List.of("folded", "folded")));
    }

    @Test
    void aSecondLossAfterAReopeningCountsOnceAtTheSecondDate() {
        var pipedrive = TestConnection.create("pipedrive");
        pipedrive.tell(pipedrive("e1", "lost", "2025-05-01T10:00:00Z", "\"Price\""));
        pipedrive.tell(pipedrive("e2", "open", "2025-06-01T10:00:00Z", "null"));
        assertThat(pipedrive.lostIn(2025)).isZero();

        pipedrive.tell(pipedrive("e3", "lost", "2026-03-02T10:00:00Z", "\"Timing\""));
        assertThat(pipedrive.lostIn(2025)).isZero();
        assertThat(pipedrive.lostIn(2026)).isEqualTo(1);
    }

    @Test
    void theSourcesTimeDecidesNotTheArrival() {
        var pipedrive = TestConnection.create("pipedrive");
        pipedrive.tell(pipedrive("e2", "lost", "2026-03-02T10:00:00Z", "\"Price\""));
        pipedrive.tell(pipedrive("e1", "open", "2026-03-01T10:00:00Z", "null"));

        pipedrive.deal("8").body("state", equalTo("lost"));
    }

    @Test
    void reopenedDeletedAndMergedDealsLeaveTheStatistics() {
        var hubspot = TestConnection.create("hubspot");
        hubspot.tell("[%s, %s, %s]"
                .formatted(stage(1, "closedlost", T), stage(2, "closedlost", T), stage(3, "closedlost", T)));
        assertThat(hubspot.lostIn(2026)).isEqualTo(3);

        hubspot.tell(
                "[%s, %s, %s]".formatted(stage(1, "contractsent", T + 1), """
                        {"subscriptionType": "deal.deletion", "objectId": 2, "occurredAt": %d, "eventId": 9}""".formatted(T + 1), """
                        {"subscriptionType": "deal.merge", "objectId": 50, "primaryObjectId": 50, "mergedObjectIds": [3], "occurredAt": %d,
                         "eventId": 10}""".formatted(T + 1)));
        assertThat(hubspot.lostIn(2026)).isZero();
        hubspot.deal("3").body("state", equalTo("withdrawn"));
    }

    @Test
    void aReasonEditedLaterChangesTheLossAndAddsNone() {
        var pipedrive = TestConnection.create("pipedrive");
        pipedrive.tell(pipedrive("e1", "lost", "2026-03-02T10:00:00Z", "null"));
        pipedrive.tell(pipedrive("e2", "lost", "2026-03-02T10:09:00Z", "\"Too expensive\""));

        assertThat(pipedrive.lostIn(2026)).isEqualTo(1);
        pipedrive.deal("8").body("reasons[0].code", equalTo("price_level"));
    }

    @Test
    void absentLeavesNullClearsAndNeitherIsZero() {
        var json = TestConnection.create("json");
        json.tell("""
                {"id": "1", "state": "lost", "amount": 10, "currency": "EUR", "region": "EMEA", "time": "2026-03-02T10:00:00Z"}""");
        json.tell("{\"id\": \"1\", \"note\": \"later\", \"time\": \"2026-03-02T10:01:00Z\"}");
        json.deal("1").body("value.amount", equalTo("10")).body("region.key", equalTo("emea"));

        json.tell("{\"id\": \"1\", \"amount\": null, \"time\": \"2026-03-02T10:02:00Z\"}");
        json.deal("1").body("value", nullValue()).body("region.key", equalTo("emea"));
    }

    @Test
    void aStageIsAnIdAndNotAWordThatMeansLost() {
        var hubspot = TestConnection.create("hubspot");
        hubspot.tell("[%s]".formatted(stage(1, "91ac-verloren", T)));
        assertThat(hubspot.lostIn(2026)).isZero();
        hubspot.health().body("unknown_stages[0].stage", equalTo("91ac-verloren"));

        var level = TestConnection.create("highlevel");
        level.tell(
                "{\"type\": \"OpportunityStatusUpdate\", \"id\": \"o1\", \"status\": \"abandoned\", \"monetaryValue\": 5}");
        level.deal("o1").body("state", equalTo("lost")).body("outcome", equalTo("no_decision"));
        dynamics(4).deal("opp-4").body("outcome", equalTo("no_decision"));
        dynamics(5).deal("opp-5").body("outcome", equalTo("lost_to_competitor"));
    }

    @Test
    void moneyComesInManyUnitsAndWithoutACurrencyItIsUnknown() {
        var close = TestConnection.create(
                TestWorkspace.create(),
                "json",
                ", \"mapping\": {\"variants\": [{\"name\": \"cents\", \"id\": [{\"at\": \"/id\"}], \"fields\": {"
                        + "\"amount\": [{\"at\": \"/cents\", \"as\": \"minor_units\"}, {\"at\": \"/micros\", \"as\": \"micros\"},"
                        + " {\"at\": \"/text\"}], \"currency\": [{\"at\": \"/cur\"}], \"state\": [{\"constant\": \"lost\"}]}}]}");
        close.tell("{\"id\": \"1\", \"cents\": 100050, \"cur\": \"USD\"}");
        close.tell("{\"id\": \"2\", \"micros\": 125000000000, \"cur\": \"EUR\"}");
        close.tell("{\"id\": \"3\", \"text\": \"12500.50\", \"cur\": \"eur\"}");
        close.tell("{\"id\": \"4\", \"text\": 0.1}");

        close.deal("1").body("value.amount", equalTo("1000.50"));
        close.deal("2").body("value.amount", equalTo("125000.0000"));
        close.deal("3").body("value.amount", equalTo("12500.50")).body("value.currency", equalTo("EUR"));
        close.deal("4").body("value", nullValue());
        close.health().body("missing.find { it.field == 'currency' }.deals", equalTo(1));
    }

    @Test
    void timesComeInManyFormsAndAClosingDateInTheFutureIsAHope() {
        var odoo = TestConnection.create("odoo");
        odoo.tell("""
                {"_model": "crm.lead", "_id": 84, "won_status": "lost", "date_closed": "2026-03-01 23:30:00",
                 "write_date": "2026-03-02 10:00:00"}""");
        odoo.deal("84").body("closed_on", equalTo("2026-03-01"));

        var json = TestConnection.create("json");
        json.tell("""
                {"id": "1", "state": "lost", "close_date": "2026-12-31", "time": "2026-03-02T10:00:00Z"}""");
        json.deal("1").body("closed_on", equalTo("2026-03-02"));
    }

    @Test
    void idsAboveTwoToTheFiftyThirdStayExact() {
        var hubspot = TestConnection.create("hubspot");
        hubspot.tell("[%s]".formatted(stage(9_007_199_254_740_993L, "closedlost", T)));

        hubspot.deal("9007199254740993").statusCode(200);
        hubspot.deal("9007199254740992").statusCode(404);
    }

    @Test
    void oneVendorsVersionsAreNotMixed() {
        var pipedrive = TestConnection.create("pipedrive");
        pipedrive.tell(first("lost", 1_772_445_600_000_000L));
        pipedrive.tell(first("open", 1_772_445_601_000_000L));

        // meta.id is the deal here: as the event's name it would have hidden the second change
        pipedrive.deal("21").body("state", equalTo("open"));
    }

    private static TestConnection dynamics(int status) {
        var dynamics = TestConnection.create("dynamics");
        return dynamics.tell("""
                {"MessageName": "Create", "PrimaryEntityName": "opportunityclose", "PrimaryEntityId": "act-1", "CorrelationId": "c",
                 "OperationCreatedOn": "/Date(1772445600000+0000)/", "InputParameters": [{"key": "Target", "value": {"Attributes": [
                   {"key": "opportunityid", "value": {"Id": "opp-%d", "LogicalName": "opportunity", "Name": null}},
                   {"key": "opportunitystatecode", "value": {"Value": 2}},
                   {"key": "opportunitystatuscode", "value": {"Value": %d}}]}}]}""".formatted(status, status));
    }

    private static String stage(long deal, String stage, long at) {
        return property(deal, "dealstage", stage, at);
    }

    private static String property(long deal, String name, String value, long at) {
        return """
                {"eventId": 77, "subscriptionId": 5, "portalId": 62515, "appId": 2, "occurredAt": %d, "attemptNumber": 0,
                 "subscriptionType": "deal.propertyChange", "objectId": %d, "propertyName": "%s", "propertyValue": "%s"}""".formatted(at, deal, name, value);
    }

    private static String pipedrive(String event, String status, String at, String reason) {
        return """
                {"meta": {"version": "2.0", "entity": "deal", "entity_id": "8", "action": "change", "id": "%s", "timestamp": "%s"},
                 "data": {"id": 8, "status": "%s", "lost_reason": %s, "lost_time": %s, "close_time": "2024-01-01T00:00:00Z"},
                 "previous": {}}""".formatted(event, at, status, reason, status.equals("lost") ? "\"" + at + "\"" : "null");
    }

    private static String first(String status, long micros) {
        return """
                {"v": 1, "event": "updated.deal", "meta": {"object": "deal", "action": "updated", "id": 21, "timestamp_micro": %d},
                 "current": {"id": 21, "status": "%s", "user_id": {"id": 5, "name": "Made Up"}}, "previous": {}}""".formatted(micros, status);
    }
}
