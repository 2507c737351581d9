package dev.groundswell.access;

import dev.groundswell.Command;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The way in where there is no demo: a workspace, and the invite of its first admin. */
@ApplicationScoped
class CreateWorkspace implements Command {

    private static final int MISUSED = 2;
    private static final int LONGEST = 200;

    private final Onboarding onboarding;
    private final int port;

    CreateWorkspace(
            Onboarding onboarding, @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int port) {
        this.onboarding = onboarding;
        this.port = port;
    }

    @Override
    public String name() {
        return "create-workspace";
    }

    @Override
    public String usage() {
        return "<name>: makes a workspace and prints the invite of its admin";
    }

    @Override
    public int run(List<String> args) {
        String name = String.join(" ", args).strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            System.err.println(name() + " " + usage() + ". A name has 1 to " + LONGEST + " characters.");
            return MISUSED;
        }
        String code = onboarding.createWorkspace(name);
        System.out.printf("""
                Workspace "%s" is made. The code with which its admin joins, shown this once:

                  %s

                It works once. The running service answers with the admin's own key:

                  curl -sS -X POST http://localhost:%s/v1/invites/%s/accept
                """, name, code, port, code);
        return 0;
    }
}
