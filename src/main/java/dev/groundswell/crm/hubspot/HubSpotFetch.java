package dev.groundswell.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.crm.Fetcher;
import dev.groundswell.crm.wire.Json;
import dev.groundswell.crm.wire.Undecodable;
import dev.groundswell.deal.State;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Deals and pipelines of HubSpot. Each connection has a limit of its own (HubSpot allows a private app 100 calls in ten
 * seconds, and other apps of the portal want some, too), retries, and a circuit breaker.
 */
@ApplicationScoped
class HubSpotFetch implements Fetcher {

    private static final String PROPERTIES =
            "dealstage,hs_is_closed_lost,hs_is_closed_won,amount,deal_currency_code,closedate,closed_lost_reason,hubspot_owner_id,"
                    + "hs_lastmodifieddate";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** With the whole of the answer: a line that trickles would hold up every workspace. */
    private static final Duration WHOLE = Duration.ofSeconds(20);

    /** A deal has kilobytes; all pipelines of a large portal some hundred. */
    private static final int LONGEST = 4 << 20;

    private final Map<Long, Guard> guards = new ConcurrentHashMap<>();
    private final URI api;
    private final Duration whole;

    @Inject
    HubSpotFetch(HubSpotConfig config) {
        this(config, WHOLE);
    }

    HubSpotFetch(HubSpotConfig config, Duration whole) {
        this.api = config.apiUrl();
        this.whole = whole;
    }

    @Override
    public String kind() {
        return "hubspot";
    }

    @Override
    public String secret() {
        return "access_token";
    }

    @Override
    public Optional<JsonNode> deal(long connection, String token, String externalId) throws FetchException {
        var id = URLEncoder.encode(externalId, StandardCharsets.UTF_8);
        return get(connection, token, "/crm/v3/objects/deals/" + id + "?properties=" + PROPERTIES);
    }

    /** Closed with a probability of 0 is lost, of 1 won; both are texts there. */
    @Override
    public Map<String, State> stages(long connection, String token) throws FetchException {
        var stages = new LinkedHashMap<String, State>();
        JsonNode pipelines = get(connection, token, "/crm/v3/pipelines/deals").orElseGet(Json::nothing);
        for (var pipeline : pipelines.path("results")) {
            for (var stage : pipeline.path("stages")) {
                boolean closed = stage.at("/metadata/isClosed").asText().equals("true");
                boolean won = stage.at("/metadata/probability").asDouble() >= 1;
                stages.put(stage.path("id").asText(), !closed ? State.open : won ? State.won : State.lost);
            }
        }
        return stages;
    }

    /** An answer that is one: what may pass is tried again before. */
    @SuppressWarnings("ArrayRecordComponent") // compared with nothing
    private record Answer(int status, byte[] body) {}

    private Optional<JsonNode> get(long connection, String token, String path) throws FetchException {
        var request = HttpRequest.newBuilder(api.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .build();
        Answer answer;
        try {
            answer = guards.computeIfAbsent(connection, each -> guard()).call(() -> answer(request), Answer.class);
        } catch (Exception failure) {
            throw new FetchException(failure.getClass().getSimpleName(), false);
        }
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (answer.status() != 200) {
            throw new FetchException("HubSpot refuses with " + answer.status(), true);
        }
        try {
            return Optional.of(Json.read(answer.body()));
        } catch (Undecodable unreadable) {
            throw new FetchException("HubSpot answers no JSON", false);
        }
    }

    private Answer answer(HttpRequest request) throws IOException, InterruptedException, ExecutionException {
        var answer = await(Client.HTTP.sendAsync(request, Bounded.to(LONGEST)));
        if (answer.statusCode() == 429 || answer.statusCode() >= 500) {
            throw new IOException("HubSpot answers " + answer.statusCode());
        }
        return new Answer(answer.statusCode(), answer.body());
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> sent)
            throws IOException, InterruptedException, ExecutionException {
        try {
            return sent.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            sent.cancel(true);
            throw new HttpTimeoutException("HubSpot does not come to an end");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException broken && !isTooLong(broken)) {
                throw broken;
            }
            throw failure;
        }
    }

    private static boolean isTooLong(IOException failure) {
        return failure.getCause() instanceof Bounded.TooLongException;
    }

    private static Guard guard() {
        return Guard.create()
                .withRateLimit()
                .limit(50)
                .window(10, ChronoUnit.SECONDS)
                .done()
                .withRetry()
                .maxRetries(2)
                .delay(500, ChronoUnit.MILLIS)
                .retryOn(IOException.class)
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(8)
                .failureRatio(0.5)
                .delay(30, ChronoUnit.SECONDS)
                .done()
                .build();
    }

    /** Made for the first call: it reads the trusted certificates, which a start without HubSpot need not wait for. */
    private static final class Client {

        private static final HttpClient HTTP = HttpClient.newBuilder()
                .connectTimeout(TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }
}
