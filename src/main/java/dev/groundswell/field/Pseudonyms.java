package dev.groundswell.field;

import dev.groundswell.http.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Stands for people in what they say: the service's secret makes a pseudonym, and nothing leads back from it. */
@ApplicationScoped
class Pseudonyms {

    private final Caller caller;

    Pseudonyms(Caller caller) {
        this.caller = caller;
    }

    byte[] ofCaller() {
        return of(caller.member());
    }

    byte[] of(long member) {
        return caller.seal(
                "field.person", ByteBuffer.allocate(8).putLong(member).array());
    }

    /** The caller and a deal: the same person meets the same deal here, and nobody else does. */
    byte[] ofCallerAnd(String source, String externalId) {
        var deal = (source + "\n" + externalId).getBytes(StandardCharsets.UTF_8);
        return caller.seal(
                "field.deal",
                ByteBuffer.allocate(8 + deal.length)
                        .putLong(caller.member())
                        .put(deal)
                        .array());
    }
}
