package dev.groundswell;

import java.util.List;

/** What an operator can have done from the command line, in place of running the service. Each is a bean. */
public interface Command {

    /** The first argument, which chooses the command. */
    String name();

    /** One line: the arguments and what comes of it. */
    String usage();

    /** Returns the exit code of the process. */
    int run(List<String> args);
}
