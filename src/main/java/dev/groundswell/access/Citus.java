package dev.groundswell.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/**
 * Whether the database is Citus, and how its workers are told the workspace: {@code set_config} stays on the coordinator,
 * while a {@code SET LOCAL} within a transaction that was begun goes to every worker that the transaction comes to.
 */
@ApplicationScoped
class Citus {

    /** A SET takes no parameter, so that the id stands in the text: only what has an id's shape may. */
    private static final Pattern WORKSPACE = Pattern.compile("[a-z0-9]{8}");

    private static final String ENTER =
            "set local citus.propagate_set_commands = 'local'; set local app.workspace = '%s'";

    /** Results that these statements yield before those that come after them. */
    static final int RESULTS = 2;

    private final boolean on;

    Citus(AccessConfig config) {
        this.on = config.citus();
    }

    boolean isOn() {
        return on;
    }

    /** The statements that tell every node the workspace, until the transaction ends. */
    static String enter(String workspace) {
        if (!WORKSPACE.matcher(workspace).matches()) {
            throw new IllegalArgumentException("not the id of a workspace");
        }
        return ENTER.formatted(workspace);
    }
}
