package dev.groundswell.trend;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a workspace stood when a question came in.
 *
 * @param today in its zone
 * @param counted true where trends are read from counts
 * @param released true where something has left the confidential plane
 * @param version of whatever may change an answer; empty where changes are on their way
 */
record Standing(
        ZoneId zone,
        LocalDate today,
        long catalogVersion,
        boolean counted,
        boolean released,
        Optional<String> version) {

    /** The ETag of whatever is answered to this question now; empty where changes are on their way. */
    Optional<String> tag(String question) {
        // what is not said of a question's days is said by the date
        return version.map(known -> Tags.of(known + "\n" + today + "\n" + question));
    }
}
