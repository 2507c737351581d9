package dev.groundswell.endurance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.testsupport.Contract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks as clients do who must lose nothing: the same again, under the same key, until somebody says that it was taken. */
final class Caller {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AGAIN_AFTER = 50;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;
    private final Ledger ledger;

    Caller(int port, Ledger ledger) {
        this.base = "http://127.0.0.1:" + port;
        this.ledger = ledger;
    }

    JsonNode get(String key, String path) throws IOException, InterruptedException {
        return JSON.readTree(read(key, path));
    }

    /** The body as it came. */
    String read(String key, String path) throws InterruptedException {
        return insist(request(path).header("Authorization", "Bearer " + key).build());
    }

    JsonNode post(String key, String path, String body) throws IOException, InterruptedException {
        return send(key, "POST", path, "application/json", body, "");
    }

    /** @param once what marks repetitions as the same request; empty where the body itself does */
    JsonNode send(String key, String method, String path, String type, String body, String once)
            throws IOException, InterruptedException {
        var request =
                request(path).header("Content-Type", type).method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        if (!once.isEmpty()) {
            request.header("Idempotency-Key", once);
        }
        var answer = insist(request.build());
        return answer.isBlank() ? JSON.missingNode() : JSON.readTree(answer);
    }

    /** A webhook: it is taken or not, and nobody reads what else the answer says. */
    void deliver(String path, String body) throws InterruptedException {
        insist(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(15));
    }

    private String insist(HttpRequest request) throws InterruptedException {
        while (true) {
            try {
                var answer = Contract.send(http, request);
                if (answer.statusCode() / 100 == 2) {
                    return answer.body();
                }
                if (!saysNotNow(answer)) {
                    var complaint = request.method() + " " + request.uri().getPath() + " answered "
                            + answer.statusCode() + " " + answer.body();
                    ledger.wrong(complaint);
                    if (answer.statusCode() < 500) {
                        throw new IllegalStateException(complaint);
                    }
                }
            } catch (IOException gone) {
                // nobody is there, or somebody was cut off in the middle of an answer
            }
            TimeUnit.MILLISECONDS.sleep(AGAIN_AFTER);
        }
    }

    private static boolean saysNotNow(HttpResponse<String> answer) {
        return answer.statusCode() == 503
                || (answer.statusCode() == 409 && answer.body().contains("still_running"));
    }
}
