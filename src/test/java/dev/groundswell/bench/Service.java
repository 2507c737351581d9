package dev.groundswell.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.embedded.PackagedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The packaged service on a database, and a workspace in it. */
final class Service implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern INVITE = Pattern.compile("gsi_[A-Za-z0-9_-]+");

    private final PackagedProcess process;
    private final HttpClient http = HttpClient.newHttpClient();
    final String workspace;
    final String admin;
    final String integration;
    final String leader;

    private Service(PackagedProcess process, String invite) throws IOException, InterruptedException {
        this.process = process;
        var me = post("", "/v1/invites/" + invite + "/accept", "{}");
        this.admin = me.path("key").asText();
        this.workspace = get(admin, "/v1/workspace").path("id").asText();
        this.integration =
                post(admin, "/v1/keys", "{\"name\": \"Benchmark\"}").path("key").asText();
        var forLeader = post(admin, "/v1/invites", "{\"role\": \"leader\"}");
        this.leader = post("", "/v1/invites/" + forLeader.path("code").asText() + "/accept", "{}")
                .path("key")
                .asText();
    }

    /** @param options further options of the JVM or settings, each with -D or -X */
    static Service start(Debian database, Path folder, String... options) throws Exception {
        var arguments = new ArrayList<>(database.settings());
        arguments.addAll(List.of(options));
        var process =
                PackagedProcess.launch(folder, arguments.toArray(String[]::new)).awaitReady();
        arguments.add("create-workspace");
        arguments.add("Benchmark");
        var command = PackagedProcess.launch(folder, arguments.toArray(String[]::new));
        command.awaitEnd();
        var invite = INVITE.matcher(command.said());
        if (!invite.find()) {
            throw new IOException(command.said());
        }
        return new Service(process, invite.group());
    }

    int port() {
        return process.port();
    }

    long pid() {
        return process.process().pid();
    }

    JsonNode get(String key, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + key));
    }

    JsonNode post(String key, String path, String body) throws IOException, InterruptedException {
        return post(key, path, "application/json", body);
    }

    JsonNode post(String key, String path, String type, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(key.isEmpty() ? request : request.header("Authorization", "Bearer " + key));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** The bytes of a request, for {@link Load}. */
    static byte[] request(String method, String path, String headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers
                + (body.isEmpty() ? "" : "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n")
                + "\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    static String bearer(String key) {
        return "Authorization: Bearer " + key + "\r\n";
    }

    @Override
    public void close() {
        process.close();
    }
}
