package dev.groundswell.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/**
 * How many requests a caller has left, over all of its keys and sessions, in this copy of the service. Who was behind a
 * credential a while ago is remembered by its hash alone, so that a caller whose quota is used up is refused without a look
 * into the database. It opens nothing: the credential is proved anew each time.
 */
@Startup
@ApplicationScoped
class Quota {

    private static final int MOST_REMEMBERED = 100_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Allowance<Member.Identity> requests;
    private final Cache<ByteBuffer, Member.Identity> known = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(REMEMBERED)
            .build();

    Quota(LimitsConfig config) {
        this.requests = new Allowance<>(config.requests(), "This caller has used up its requests of the last minute");
    }

    /** Whom this credential has proved lately. */
    Optional<Member.Identity> knows(Credential credential) {
        return Optional.ofNullable(known.getIfPresent(ByteBuffer.wrap(credential.hash())));
    }

    void remember(Credential credential, Member.Identity caller) {
        known.put(ByteBuffer.wrap(credential.hash()), caller);
    }

    void forget(Credential credential) {
        known.invalidate(ByteBuffer.wrap(credential.hash()));
    }

    /** Counts one request, or refuses it with 429. */
    void take(Member.Identity caller) {
        requests.take(caller);
    }
}
