package dev.groundswell.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.testsupport.PostgresResource;
import dev.groundswell.testsupport.TestConnection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any permutation, repetition, re-batching and delay of events ends in the same deals. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DeliveryOrderTest {

    private static final int DEALS = 40;
    private static final long START = 1_772_445_600_000L;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_123, 4_711})
    void eventsInAnyOrderEndInTheSameDeals(long seed) {
        var random = new Random(seed);
        var events = events(random);

        var inOrder = TestConnection.create("hubspot");
        deliver(inOrder, events, random);
        var shuffled = TestConnection.create("hubspot");
        var again = new ArrayList<>(events);
        again.addAll(events.subList(0, events.size() / 3));
        Collections.shuffle(again, random);
        deliver(shuffled, again, random);

        assertThat(deals(shuffled)).as("seed " + seed).isEqualTo(deals(inOrder));
        assertThat(shuffled.lostIn(2026)).isEqualTo(inOrder.lostIn(2026));
    }

    /** Stories with few moments, so that much happens at the same one. */
    private static List<String> events(Random random) {
        var events = new ArrayList<String>();
        for (int deal = 1; deal <= DEALS; deal++) {
            for (int i = random.nextInt(1, 9); i > 0; i--) {
                long at = START + random.nextInt(4) * 86_400_000L;
                events.add(event(random, deal, at, events.size()));
            }
        }
        return events;
    }

    private static String event(Random random, int deal, long at, int number) {
        var property = switch (random.nextInt(6)) {
            case 0 -> "dealstage\", \"propertyValue\": \"closedlost";
            case 1 -> "dealstage\", \"propertyValue\": \"contractsent";
            case 2 -> "dealstage\", \"propertyValue\": \"custom-" + random.nextInt(2);
            case 3 -> "closed_lost_reason\", \"propertyValue\": \"" + (random.nextBoolean() ? "Too expensive" : "");
            case 4 -> "amount\", \"propertyValue\": \"" + random.nextInt(1000);
            default -> "deal_currency_code\", \"propertyValue\": \"" + (random.nextBoolean() ? "EUR" : "USD");
        };
        var type = random.nextInt(20) == 0 ? "deal.deletion" : "deal.propertyChange";
        return """
                {"eventId": %d, "subscriptionId": 5, "portalId": 1, "occurredAt": %d, "attemptNumber": %d,
                 "subscriptionType": "%s", "objectId": %d, "propertyName": "%s"}""".formatted(number % 7, at, random.nextInt(10), type, deal, property);
    }

    private static void deliver(TestConnection connection, List<String> events, Random random) {
        for (int i = 0; i < events.size(); ) {
            int next = Math.min(events.size(), i + random.nextInt(1, 20));
            connection.send(events.subList(i, next).toString()).then().statusCode(204);
            i = next;
        }
        connection.settle();
    }

    private static Map<Integer, Map<String, Object>> deals(TestConnection connection) {
        var deals = new TreeMap<Integer, Map<String, Object>>();
        for (int deal = 1; deal <= DEALS; deal++) {
            Map<String, Object> view = new TreeMap<>(connection
                    .deal(String.valueOf(deal))
                    .statusCode(200)
                    .extract()
                    .<Map<String, Object>>path(""));
            view.remove("id");
            deals.put(deal, view);
        }
        return deals;
    }
}
