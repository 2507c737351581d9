package dev.groundswell.testsupport;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;
import io.restassured.config.LogConfig;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Before each test class, so that no request of REST Assured goes unchecked, whoever makes it. */
public final class CheckEveryAnswer implements QuarkusTestBeforeClassCallback {

    @Override
    public void beforeClass(Class<?> testClass) {
        RestAssured.replaceFiltersWith(Contract.INSTANCE);
        // a machine that is busy is slow, and no fault
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        // all that is said is kept for the case of a failure; as it came, for to indent it took a tenth of the tests'
        // time
        RestAssured.config = RestAssured.config()
                .logConfig(LogConfig.logConfig()
                        .enableLoggingOfRequestAndResponseIfValidationFails()
                        .enablePrettyPrinting(false));
    }
}
