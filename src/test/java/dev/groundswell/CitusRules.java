package dev.groundswell;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.testsupport.StatementLog.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What Citus asks of a statement. Row-level security lets no statement see another workspace, but its condition is known
 * to the workers only: Citus finds the one worker to ask by what the statement itself says, and asks all of them
 * otherwise. What a statement filters by is read from PostgreSQL's own plan of it. It is enough to name the workspace for one
 * of several tables that are joined: by the wall it holds for the others, too, and Citus sees that as PostgreSQL does.
 *
 * <p>The worker's role is not held to this: it only looks for the workspaces that have work.
 */
final class CitusRules {

    private static final Pattern OWN_FILTER = Pattern.compile("workspace = (?!NULLIF\\(current_setting)");
    private static final Pattern SETS_THE_WORKSPACE = Pattern.compile(
            "^\\s*update\\b.*?\\bset\\b(?:(?!\\bfrom\\b|\\bwhere\\b).)*?\\bworkspace\\s*=", Pattern.DOTALL);
    private static final Pattern UPSERT_ASKS_FOR_THE_TIME = Pattern.compile(
            "do update set.*?(\\bnow\\(|_timestamp\\b|\\bcurrent_(date|time)\\b|random\\()", Pattern.DOTALL);
    private static final Pattern INSERTS_FROM_A_QUERY =
            Pattern.compile("\\binsert\\s+into\\b(?:(?!\\bvalues\\b).)*\\bselect\\b", Pattern.DOTALL);

    private CitusRules() {}

    static List<String> breaches(Statement statement) {
        var found = new ArrayList<String>();
        if (!statement.plan().findValuesAsText("Schema").contains("public")) {
            return found;
        }
        var text = statement.text().toLowerCase(Locale.ROOT);
        filters(statement.plan(), found);
        if (SETS_THE_WORKSPACE.matcher(text).find()) {
            found.add("changes the workspace");
        }
        if (UPSERT_ASKS_FOR_THE_TIME.matcher(text).find()) {
            found.add("an upsert asks for the time");
        }
        if (INSERTS_FROM_A_QUERY.matcher(text).find() && !text.contains("returning") && !text.contains("on conflict")) {
            found.add("an insert from a query returns nothing");
        }
        var nodes = statement.plan().findParents("Node Type");
        boolean upserts = nodes.stream().anyMatch(node -> node.has("Conflict Resolution"));
        if (upserts && nodes.stream().filter(CitusRules::writes).count() > 1) {
            found.add("an upsert and another write in one");
        }
        if (nodes.stream().anyMatch(node -> text(node, "Join Type").matches("Left|Right|Full"))) {
            found.add("an outer join");
        }
        if (nodes.stream().anyMatch(node -> text(node, "Node Type").equals("Recursive Union"))) {
            found.add("a recursion");
        }
        return found;
    }

    private static void filters(JsonNode node, List<String> found) {
        var own = text(node, "Index Cond") + text(node, "Recheck Cond") + text(node, "Filter");
        boolean reads =
                text(node, "Schema").equals("public") && text(node, "Node Type").endsWith("Scan");
        if (reads && !OWN_FILTER.matcher(own).find()) {
            found.add("reads " + text(node, "Relation Name") + " without the workspace");
        }
        node.path("Plans").forEach(child -> filters(child, found));
    }

    private static boolean writes(JsonNode node) {
        return text(node, "Node Type").equals("ModifyTable");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
