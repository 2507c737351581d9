package dev.groundswell.demo;

import java.util.List;

/** A key of each role, and those of the twelve colleagues who speak in confidence, too: without them nothing confidential would ever be released. */
record DemoKeys(String rep, String integration, String leader, String admin, List<String> reps) {

    /** A record would print its components. */
    @Override
    public String toString() {
        return "DemoKeys";
    }
}
