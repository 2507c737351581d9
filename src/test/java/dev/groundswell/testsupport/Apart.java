package dev.groundswell.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** Runs in a JVM of its own, beside the tests that share one service: it needs a service or a database of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(Apart.TAG)
public @interface Apart {

    String TAG = "apart";

    /**
     * By name, for the suites: a class that JUnit has to load to find its tag has a service built for its profile, in each JVM that
     * looks at it.
     */
    String CLASSES = ".*\\.("
            + "CitusStatementTest|CountingProgressTest|CountsAnswerAsRowsTest|"
            + "DatabaseAwayTest|FaultsTest|FloodTest|LimitsTest|OneTripOnCitusTest|"
            + "RacingWritersTest|SlowClientsTest|TokenTest"
            + ")";
}
