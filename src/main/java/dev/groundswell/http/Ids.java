package dev.groundswell.http;

/** Ids are numbers here and text outside, so that no reader of JSON rounds them. */
public final class Ids {

    private Ids() {}

    /** What is not an id is not there. */
    public static long parse(String id) {
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw ProblemException.notFound();
        }
        return Long.parseLong(id);
    }
}
