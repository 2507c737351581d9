package dev.groundswell.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service as any client sees it. */
final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String JSON = "application/json";
    private static final int CONFLICT = 409;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI address;
    private final ObjectMapper json;

    Api(URI address, ObjectMapper json) {
        this.address = address;
        this.json = json;
    }

    /** The key that comes of an invite's code. */
    String accept(String code) throws IOException, InterruptedException {
        return post("/v1/invites/" + code + "/accept", null, JSON, BodyPublishers.noBody())
                .required("key")
                .textValue();
    }

    String join(String admin, String role) throws IOException, InterruptedException {
        return accept(post("/v1/invites", admin, Map.of("role", role))
                .required("code")
                .textValue());
    }

    String integrationKey(String admin, String name) throws IOException, InterruptedException {
        return post("/v1/keys", admin, Map.of("name", name)).required("key").textValue();
    }

    /** Every deal must be taken: made-up ones that are refused are a mistake of ours. */
    void write(String key, List<MadeUpDeal> deals) throws IOException, InterruptedException {
        var lines = new StringBuilder();
        for (var deal : deals) {
            lines.append(json.writeValueAsString(deal)).append('\n');
        }
        var answer = post("/v1/deals/batch", key, "application/x-ndjson", BodyPublishers.ofString(lines.toString()));
        for (var result : answer.required("results")) {
            if (result.required("status").intValue() >= 300) {
                throw new IOException("a made-up deal was refused: " + result);
            }
        }
    }

    /** Once, however often it is repeated; what was said already is no mistake. */
    void say(String key, String path, String once, Object body) throws IOException, InterruptedException {
        var request = asking(path, key)
                .header("Content-Type", JSON)
                .header("Idempotency-Key", once)
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != CONFLICT) {
            read(answer);
        }
    }

    /** Whatever waits for colleagues who say the same. */
    void standBehindAll(String key) throws IOException, InterruptedException {
        var open = read(http.send(asking("/v1/concerns/open", key).build(), BodyHandlers.ofString()));
        for (var concern : open.required("items")) {
            var path = "/v1/concerns/" + concern.required("id").textValue() + "/endorsements";
            read(http.send(asking(path, key).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString()));
        }
    }

    void lookForSignals(String key) throws IOException, InterruptedException {
        post("/v1/signals/scan", key, JSON, BodyPublishers.noBody());
    }

    private JsonNode post(String path, String key, Map<String, String> body) throws IOException, InterruptedException {
        return post(path, key, JSON, BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private JsonNode post(String path, @Nullable String key, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = asking(path, key).header("Content-Type", type).POST(body);
        return read(http.send(request.build(), BodyHandlers.ofString()));
    }

    private HttpRequest.Builder asking(String path, @Nullable String key) {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            // Without the path: the code of an invite is in it.
            throw new IOException("the service answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }
}
