package dev.groundswell.endurance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.embedded.PackagedProcess;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A workspace with its people, its CRM and a receiver of what is told.
 *
 * @param hook where the CRM delivers
 * @param files the connection that exports are imported through
 */
record Company(
        String id, String admin, String integration, String leader, List<String> reps, String hook, String files) {

    /** Enough that single reasons are told and a seal has something to audit. */
    private static final int REPS = 16;

    private static final Pattern INVITE = Pattern.compile("gsi_[A-Za-z0-9_-]+");

    static final String HOOKED = "hooked";
    static final String IMPORTED = "imported";

    static Company found(Household service, Caller caller, String receiver) throws Exception {
        var admin = accept(caller, invite(service.command("create-workspace", "Endurance Ltd")));
        var reps = new ArrayList<String>();
        for (int i = 0; i < REPS; i++) {
            reps.add(hire(caller, admin, "rep"));
        }
        var integration = caller.post(admin, "/v1/keys", "{\"name\": \"Endurance\"}")
                .path("key")
                .asText();
        var hooked = connect(caller, admin, "pipedrive", HOOKED);
        var files = connect(caller, admin, "json", IMPORTED);
        caller.post(
                admin,
                "/v1/subscriptions",
                "{\"kind\": \"webhook\", \"name\": \"Endurance\", \"url\": \"" + receiver
                        + "\", \"events\": [\"response.given\", \"release.published\", \"concern.surfaced\"]}");
        return new Company(
                caller.get(admin, "/v1/workspace").path("id").asText(),
                admin,
                integration,
                hire(caller, admin, "leader"),
                List.copyOf(reps),
                URI.create(hooked.path("hook_url").asText()).getPath(),
                files.path("id").asText());
    }

    private static JsonNode connect(Caller caller, String admin, String kind, String source) throws Exception {
        return caller.post(
                admin,
                "/v1/connections",
                "{\"kind\": \"" + kind + "\", \"name\": \"Endurance\", \"source\": \"" + source + "\"}");
    }

    private static String hire(Caller caller, String admin, String role) throws Exception {
        return accept(
                caller,
                caller.post(admin, "/v1/invites", "{\"role\": \"" + role + "\"}")
                        .path("code")
                        .asText());
    }

    private static String accept(Caller caller, String code) throws Exception {
        return caller.post("", "/v1/invites/" + code + "/accept", "{}")
                .path("key")
                .asText();
    }

    private static String invite(PackagedProcess command) throws Exception {
        command.awaitEnd();
        var invite = INVITE.matcher(command.said());
        if (!invite.find()) {
            throw new IOException(command.said());
        }
        return invite.group();
    }
}
