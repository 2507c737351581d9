package dev.groundswell.testsupport;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.function.Supplier;

/** Asks as clients do: again, where the service cannot answer just now. */
public final class Again {

    private Again() {}

    /** The first answer that is no 503. */
    public static ValidatableResponse ask(Supplier<Response> request) {
        return await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(30))
                .until(request::get, answer -> answer.statusCode() != 503)
                .then();
    }
}
