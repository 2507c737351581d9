import com.example.groundswell.ApiClient;
import com.example.groundswell.ApiException;
import com.example.groundswell.api.ConcernsApi;
import com.example.groundswell.api.DealsApi;
import com.example.groundswell.api.LossesApi;
import com.example.groundswell.api.PricingApi;
import com.example.groundswell.api.TrendsApi;
import com.example.groundswell.model.ConcernInput;
import com.example.groundswell.model.ConcernState;
import com.example.groundswell.model.Deal;
import com.example.groundswell.model.DealBatchItem;
import com.example.groundswell.model.DealBatchItemResult;
import com.example.groundswell.model.DealState;
import com.example.groundswell.model.DealWrite;
import com.example.groundswell.model.Evidence;
import com.example.groundswell.model.LossCreate;
import com.example.groundswell.model.Money;
import com.example.groundswell.model.Outcome;
import com.example.groundswell.model.Prices;
import com.example.groundswell.model.Problem;
import com.example.groundswell.model.ProblemPlace;
import com.example.groundswell.model.ReasonInput;
import com.example.groundswell.model.Topic;
import com.example.groundswell.model.TrendDimension;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The story of an integration, a rep and a leader, told by the generated client. */
final class Story {

    private static final String SOURCE = "sdk-java";
    private static final LocalDate TODAY = LocalDate.now();
    private static final LocalDate CLOSED_ON = TODAY.minusDays(10);
    private static final LocalDate SINCE = CLOSED_ON.minusDays(40);
    private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();

    private int steps;

    public static void main(String[] arguments) throws Exception {
        JsonNode keys = JSON.readTree(Path.of(arguments[1]).toFile());
        var story = new Story();
        story.write(client(arguments[0], keys.path("integration").asText()));
        story.read(client(arguments[0], keys.path("leader").asText()));
        story.speak(client(arguments[0], keys.path("rep").asText()));
        story.tomorrow(Files.readString(Path.of(arguments[2])));
        System.out.println("java: " + story.steps + " steps passed");
    }

    private static ApiClient client(String url, String key) {
        var client = new ApiClient();
        client.updateBaseUri(url);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
        return client;
    }

    private void step(String told, boolean holds) {
        if (!holds) {
            throw new AssertionError("java: " + told + ": FAILED");
        }
        steps++;
    }

    private static LossCreate loss(String externalId, String code) {
        return new LossCreate()
                .source(SOURCE)
                .externalId(externalId)
                .closedOn(CLOSED_ON)
                .product("Platform")
                .region("EMEA")
                .outcome(Outcome.LOST_TO_COMPETITOR)
                .reasons(List.of(new ReasonInput().code(code).evidence(Evidence.BUYER_STATED)))
                .prices(new Prices()
                        .quoted(new Money().amount("48000.00").currency("EUR"))
                        .competitor(new Money().amount("41000.00").currency("EUR")));
    }

    private static DealBatchItem row(String externalId, String code) {
        return new DealBatchItem()
                .source(SOURCE)
                .externalId(externalId)
                .state(DealState.LOST)
                .closedOn(CLOSED_ON)
                .reasons(List.of(new ReasonInput().code(code)));
    }

    private void write(ApiClient integration) throws Exception {
        var losses = new LossesApi(integration);
        var once = LossesApi.APILogLossRequest.newBuilder()
                .lossCreate(loss("1", "price_level"))
                .idempotencyKey("java-1")
                .build();
        var first = losses.logLossWithHttpInfo(once);
        step("a loss is logged", first.getStatusCode() == 201 && first.getData().getState() == DealState.LOST);
        var again = losses.logLossWithHttpInfo(once);
        step("the same key gets the same answer", again.getData().equals(first.getData()));
        step("and is told so", "true".equals(header(again.getHeaders(), "Idempotency-Replayed")));

        var deals = new DealsApi(integration);
        var rows = List.of(row("2", "budget"), row("3", "no_such_reason"), row("4", "timing_priority"));
        var batch = deals.writeDeals(DealsApi.APIWriteDealsRequest.newBuilder()
                        .dealBatchItem(rows)
                        .build())
                .getResults();
        var statuses = batch.stream().map(DealBatchItemResult::getStatus).toList();
        step("a bad row leaves the others be", statuses.equals(List.of(201, 422, 201)));
        step("and says why", batch.get(1).getProblem().getCode().equals("invalid"));

        Deal cleared = deals.updateDeal(DealsApi.APIUpdateDealRequest.newBuilder()
                .source(SOURCE)
                .externalId("1")
                .dealWrite(new DealWrite().product(null))
                .build());
        step("null clears, absent leaves", cleared.getProduct() == null && cleared.getReasons().size() == 1);

        Problem problem = refusal(losses, loss("5", "no_such_reason"));
        step("a refusal has a title", !problem.getTitle().isEmpty());
        var places = problem.getErrors().stream().map(ProblemPlace::getPointer).toList();
        step("and says where", places.equals(List.of("/reasons/0/code")));
    }

    private Problem refusal(LossesApi losses, LossCreate wrong) throws Exception {
        try {
            losses.logLoss(
                    LossesApi.APILogLossRequest.newBuilder().lossCreate(wrong).build());
        } catch (ApiException e) {
            step("an unknown reason is refused", e.getCode() == 422);
            return JSON.readValue(e.getResponseBody(), Problem.class);
        }
        throw new AssertionError("java: an unknown reason is taken: FAILED");
    }

    private static String header(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(name))
                .map(each -> each.getValue().get(0))
                .findFirst()
                .orElse("");
    }

    private void read(ApiClient leader) throws ApiException {
        var losses = new LossesApi(leader);
        var ids = new ArrayList<String>();
        String cursor = null;
        do {
            var page = losses.listLosses(LossesApi.APIListLossesRequest.newBuilder()
                    .source(List.of(SOURCE))
                    .limit(1)
                    .cursor(cursor)
                    .build());
            page.getItems().forEach(deal -> ids.add(deal.getId()));
            cursor = page.getNextCursor();
        } while (cursor != null);
        step("pages are walked to their end", ids.size() == 3 && new HashSet<>(ids).size() == 3);

        var trend = new TrendsApi(leader).getTrend(TrendsApi.APIGetTrendRequest.newBuilder()
                .dimension(TrendDimension.REASONS)
                .source(List.of(SOURCE))
                .since(SINCE)
                .until(TODAY)
                .build());
        step("a trend counts them", trend.getBuckets().stream().mapToLong(each -> each.getLost()).sum() == 3);
        var gaps = new PricingApi(leader).getPriceGaps(PricingApi.APIGetPriceGapsRequest.newBuilder()
                .source(List.of(SOURCE))
                .since(SINCE)
                .until(TODAY)
                .build());
        long measured = gaps.getBuckets().stream()
                .mapToLong(each -> each.getGap().getMeasured().getCount())
                .sum();
        step("a gap is measured", measured == 1);
    }

    private void speak(ApiClient rep) throws ApiException {
        var concern = new ConcernInput()
                .topic(Topic.PRICE_TOO_HIGH)
                .words("Since the new list we lose every small deal, as told by java");
        var receipt = new ConcernsApi(rep)
                .raiseConcern(ConcernsApi.APIRaiseConcernRequest.newBuilder()
                        .concernInput(concern)
                        .build());
        step("a concern is kept below the surface", receipt.getState() == ConcernState.OPEN && receipt.getK() >= 3);
    }

    private void tomorrow(String answer) throws Exception {
        Deal deal = JSON.readValue(answer, Deal.class);
        step("an answer of tomorrow is read", deal.getExternalId().equals("t-1"));
        step("what is not known is told as such", deal.getState() == DealState.UNKNOWN_DEFAULT_OPEN_API);
    }
}
