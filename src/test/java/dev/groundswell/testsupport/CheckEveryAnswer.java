package dev.groundswell.testsupport;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;

/** Before each test class, so that no request of REST Assured goes unchecked, whoever makes it. */
public final class CheckEveryAnswer implements QuarkusTestBeforeClassCallback {

    @Override
    public void beforeClass(Class<?> testClass) {
        RestAssured.replaceFiltersWith(Contract.INSTANCE);
    }
}
