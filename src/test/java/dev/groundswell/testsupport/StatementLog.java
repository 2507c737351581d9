package dev.groundswell.testsupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * PostgreSQL that writes down every statement of the service's role, and how it goes about it. Not of the worker's role,
 * which looks over all workspaces by design.
 */
public class StatementLog extends PostgresResource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLAN = Pattern.compile("plan:\n((?:\t.*\n)+)");

    /** Counts are kept for almost everybody, so that counting is seen, too. */
    private static final String ROLLUP_FROM = "3";

    /** Custom plans show what a statement filters by; a generic one may show what the wall adds in its place. */
    private static final List<String> ON = List.of(
            "set session_preload_libraries = 'auto_explain'",
            "set auto_explain.log_min_duration = 0",
            "set auto_explain.log_format = 'json'",
            "set auto_explain.log_verbose = on",
            "set auto_explain.log_parameter_max_length = 0",
            "set plan_cache_mode = 'force_custom_plan'");

    /** One statement, and the root of its plan. */
    public record Statement(String text, JsonNode plan) {}

    @Override
    public Map<String, String> start() {
        var settings = super.start();
        settings.put("groundswell.rollup.from", ROLLUP_FROM);
        change(settings.get("quarkus.datasource.jdbc.url"), ON);
        return settings;
    }

    @Override
    public void stop() {
        change(System.getProperty("groundswell.test.log.url"), List.of("reset all"));
    }

    /** Every statement of the service's role since the server was started. */
    public static List<Statement> read() {
        try {
            // a name that somebody wrote in any language may have been cut within a character
            var log = new String(Files.readAllBytes(folder().resolve("postgres.log")), StandardCharsets.UTF_8);
            var statements = new ArrayList<Statement>();
            var plans = PLAN.matcher(log);
            while (plans.find()) {
                var plan = parse(plans.group(1));
                statements.add(new Statement(plan.path("Query Text").asText(), plan.path("Plan")));
            }
            return statements;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String plan) {
        try {
            return JSON.readTree(plan.replaceAll("(?m)^\t", ""));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(plan, e);
        }
    }

    private static Path folder() {
        return Path.of(System.getProperty(FOLDER));
    }

    private static void change(String url, List<String> settings) {
        System.setProperty("groundswell.test.log.url", url);
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(folder().resolve("secrets.properties"))) {
            secrets.load(reader);
            try (var connection =
                    DriverManager.getConnection(url, "postgres", secrets.getProperty("superuser.password"))) {
                for (var setting : settings) {
                    Database.execute(connection, "alter role groundswell_app " + setting);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
