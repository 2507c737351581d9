package dev.groundswell;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;
import java.util.List;

/** Without arguments the service, which runs until it is told to stop; with arguments one command. */
class App implements QuarkusApplication {

    private static final int MISUSED = 2;

    private final Instance<Command> commands;

    App(@Any Instance<Command> commands) {
        this.commands = commands;
    }

    @Override
    public int run(String... args) {
        if (args.length == 0) {
            Quarkus.waitForExit();
            return 0;
        }
        for (Command command : commands) {
            if (command.name().equals(args[0])) {
                return command.run(List.of(args).subList(1, args.length));
            }
        }
        System.err.println("Unknown command: " + args[0] + ". Without a command the service runs. Commands:");
        commands.stream()
                .sorted(Comparator.comparing(Command::name))
                .forEach(command -> System.err.println("  " + command.name() + "  " + command.usage()));
        return MISUSED;
    }
}
