package dev.groundswell.http;

import org.jspecify.annotations.Nullable;

/** ETags of what can be edited: the revision, in quotes. */
public final class Revisions {

    private Revisions() {}

    public static String etag(int revision) {
        return "\"" + revision + "\"";
    }

    /** Refuses an edit without If-Match (428), and one of an older revision (412). */
    public static void require(@Nullable String ifMatch, int revision) {
        if (ifMatch == null) {
            throw ProblemException.of(
                    ProblemType.precondition_required, "Send the ETag that you have read as If-Match");
        }
        check(ifMatch, revision);
    }

    /** Refuses an edit of an older revision (412), where the caller named one. */
    public static void check(@Nullable String ifMatch, int revision) {
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(etag(revision))) {
            throw ProblemException.of(ProblemType.edited_meanwhile);
        }
    }
}
