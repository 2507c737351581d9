package dev.groundswell.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;

/** Under which hashes a member's requests are kept: what is said in confidence meets nothing else. */
@ApplicationScoped
public class Principals {

    private final Caller caller;

    Principals(Caller caller) {
        this.caller = caller;
    }

    byte[] open(long member) {
        return of("idempotency", member);
    }

    byte[] confident(long member) {
        return of("idempotency.confidence", member);
    }

    public List<byte[]> of(long member) {
        return List.of(open(member), confident(member));
    }

    private byte[] of(String purpose, long member) {
        return caller.seal(purpose, ByteBuffer.allocate(8).putLong(member).array());
    }
}
