package dev.groundswell.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.embedded.PackagedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The packaged service on a database that is given, and a workspace in it. */
public final class PackagedService implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern INVITE = Pattern.compile("gsi_[A-Za-z0-9_-]+");

    private final PackagedProcess process;
    private final Path folder;
    private final List<String> arguments;
    private final HttpClient http = HttpClient.newHttpClient();
    public final String workspace;
    public final String admin;
    public final String integration;
    public final String leader;

    private PackagedService(PackagedService original, PackagedProcess process) {
        this.process = process;
        this.folder = original.folder;
        this.arguments = original.arguments;
        this.workspace = original.workspace;
        this.admin = original.admin;
        this.integration = original.integration;
        this.leader = original.leader;
    }

    private PackagedService(PackagedProcess process, Path folder, List<String> arguments) throws Exception {
        this.process = process;
        this.folder = folder;
        this.arguments = arguments;
        var invite = invite(folder, arguments);
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
    public static PackagedService start(List<String> settings, Path folder, String... options) throws Exception {
        var arguments = new ArrayList<>(settings);
        // one caller stands for all
        arguments.add("-Dgroundswell.limits.requests=1000000000");
        arguments.addAll(List.of(options));
        var process =
                PackagedProcess.launch(folder, arguments.toArray(String[]::new)).awaitReady();
        try {
            return new PackagedService(process, folder, arguments);
        } catch (Exception unusable) {
            process.close();
            throw unusable;
        }
    }

    private static String invite(Path folder, List<String> arguments) throws Exception {
        var all = new ArrayList<>(arguments);
        all.add("create-workspace");
        all.add("Benchmark");
        var command = PackagedProcess.launch(folder, all.toArray(String[]::new));
        command.awaitEnd();
        var invite = INVITE.matcher(command.said());
        if (!invite.find()) {
            throw new IOException(command.said());
        }
        return invite.group();
    }

    /** Another workspace of the same service. */
    public PackagedService another() throws Exception {
        return new PackagedService(process, folder, arguments);
    }

    /** Another copy of the service, for the same workspace. */
    public PackagedService copy() throws Exception {
        return new PackagedService(
                this,
                PackagedProcess.launch(folder, arguments.toArray(String[]::new)).awaitReady());
    }

    public int port() {
        return process.port();
    }

    public long pid() {
        return process.process().pid();
    }

    public JsonNode get(String key, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + key));
    }

    public String tag(String key, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + key);
        return Contract.send(http, request.build()).headers().firstValue("ETag").orElseThrow();
    }

    public JsonNode post(String key, String path, String body) throws IOException, InterruptedException {
        return post(key, path, "application/json", body);
    }

    public JsonNode post(String key, String path, String type, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(key.isEmpty() ? request : request.header("Authorization", "Bearer " + key));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = Contract.send(http, request.build());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    @Override
    public void close() {
        process.close();
    }
}
