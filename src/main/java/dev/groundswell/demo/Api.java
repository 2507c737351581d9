package dev.groundswell.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service as any client sees it. */
final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
        return post("/v1/invites/" + code + "/accept", null, "application/json", BodyPublishers.noBody())
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

    private JsonNode post(String path, String key, Map<String, String> body) throws IOException, InterruptedException {
        return post(path, key, "application/json", BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private JsonNode post(String path, @Nullable String key, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .POST(body);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            // Without the path: the code of an invite is in it.
            throw new IOException("the service answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }
}
