package dev.groundswell.access;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/**
 * The cookie that holds a browser's session. Its name's prefix lets browsers take it over HTTPS (or on loopback) only, from
 * this host alone; no script reads it, and no other site's request carries it.
 */
final class SessionCookie {

    static final String NAME = "__Host-groundswell";

    private SessionCookie() {}

    static NewCookie of(Credential session, Duration life) {
        return with(session.text(), life);
    }

    static NewCookie gone() {
        return with("", Duration.ZERO);
    }

    private static NewCookie with(String value, Duration life) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge((int) Math.min(Integer.MAX_VALUE, life.toSeconds()))
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
