package dev.groundswell.http;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/** Bodies that operations take and refuse. */
public final class ProblemBodies {

    /** What each operation takes, where it is not an empty object. */
    public static final Map<String, String> GOOD = Map.ofEntries(
            Map.entry("createAlias", "{\"dimension\": \"reason\", \"text\": \"taken\", \"target\": \"budget\"}"),
            Map.entry("previewAlias", "{\"text\": \"words\"}"),
            Map.entry("createReason", "{\"code\": \"budget\", \"label\": \"Budget\", \"group\": \"price\"}"),
            Map.entry("createProduct", "{\"label\": \"Thing\"}"),
            Map.entry("createSegment", "{\"label\": \"Thing\"}"),
            Map.entry("createRegion", "{\"label\": \"Thing\"}"),
            Map.entry("createCompetitor", "{\"label\": \"Thing\"}"),
            Map.entry("replaceExchangeRates", "{\"currency\": \"EUR\", \"rates\": []}"),
            Map.entry("createKey", "{\"name\": \"Test CRM\"}"),
            Map.entry("createMyKey", "{}"),
            Map.entry("createConnection", "{\"kind\": \"json\", \"name\": \"Own\", \"source\": \"crm\"}"),
            Map.entry("importDeals", "id,status\n1,lost\n"),
            Map.entry("erasePerson", "{\"owner\": {\"source\": \"crm\", \"id\": \"hs-17\"}}"),
            Map.entry(
                    "createSubscription",
                    "{\"kind\": \"slack\", \"name\": \"Own\", \"url\": \"http://127.0.0.1:9/\", \"events\": [\"digest.weekly\"]}"),
            Map.entry("createInvite", "{\"role\": \"rep\"}"),
            Map.entry(
                    "reportFromTheField",
                    "{\"deal\": {\"source\": \"crm\", \"external_id\": \"1\"}, \"reasons\": [{\"code\": \"budget\"}]}"),
            Map.entry("raiseConcern", "{\"topic\": \"policy\", \"words\": \"Two signatures are one too many\"}"),
            Map.entry("respondToRelease", "{\"kind\": \"acted\", \"words\": \"One signature is enough\"}"),
            Map.entry("respondToSignal", "{\"kind\": \"acted\", \"words\": \"One signature is enough\"}"),
            Map.entry("respondToConcern", "{\"kind\": \"acted\", \"words\": \"One signature is enough\"}"),
            Map.entry(
                    "askQuestion",
                    "{\"words\": \"What would have helped?\", \"options\": [\"this\", \"that\"], \"closes_on\": \"%s\"}"
                            .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(10))),
            Map.entry("answerQuestion", "{\"option\": \"this\"}"),
            Map.entry("announceSafetyTerms", "{\"k\": 5, \"period\": \"month\", \"market\": \"region\"}"),
            Map.entry("logLoss", "{\"source\": \"crm\", \"external_id\": \"1\"}"),
            Map.entry("writeDeals", "[{\"source\": \"crm\", \"external_id\": \"1\"}]"));

    /** Where 409 says that the first request is still running, or that a body is no longer kept. */
    static final Set<String> CLASHING_ELSEWHERE = Set.of(
            "logLoss",
            "writeDeals",
            "createInvite",
            "createConnection",
            "renewConnectionHook",
            "createSubscription",
            "renewSubscriptionSecret",
            "testSubscription",
            "replayDelivery",
            "withdrawFieldReport",
            "raiseConcern",
            "respondToConcern",
            "respondToRelease",
            "respondToSignal",
            "scanSignals",
            "answerQuestion");

    /** What it refuses as readable but wrong. */
    static final Map<String, String> BAD = Map.of(
            "updateWorkspace", "{\"name\": \"\"}",
            "updateReason", "{\"label\": \"\"}",
            "updateConnection", "{\"name\": \"\"}",
            "updateSubscription", "{\"name\": \"\"}",
            "importDeals", "id,status\n",
            "updateSource", "{\"label\": \"\"}",
            "replaceDeal", "{\"state\": \"eaten\"}",
            "updateDeal", "{\"state\": \"eaten\"}",
            "createMyKey", "{\"expires_at\": \"2001-01-01T00:00:00Z\"}",
            "writeDeals", "[]");

    private ProblemBodies() {}
}
