package dev.groundswell.trend;

import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.OneTrip;
import dev.groundswell.http.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells, for the price of a look-up by key, whether an answer would be the same again. */
@ApplicationScoped
class TrendVersion {

    /** In one trip. Whatever changes an answer changes one of these, or waits as a mark that is not taken up yet. */
    private static final String STATE = """
            select set_config('app.workspace', ?, true);
            select w.zone, concat_ws(' ', w.catalog_version, w.taxonomy_version, w.revision,
                (select string_agg(s.key || ':' || s.revision, ' ' order by s.key) from source s where s.workspace = w.workspace)),
                (select r.version from rollup r where r.workspace = w.workspace),
                exists (select from dirty_day m where m.workspace = w.workspace)
            from workspace w where w.workspace = ?""";

    private final OneTrip trip;
    private final CurrentWorkspace workspace;
    private final Clock clock;
    private final String service;

    TrendVersion(
            OneTrip trip,
            CurrentWorkspace workspace,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "") String service) {
        this.trip = trip;
        this.workspace = workspace;
        this.clock = clock;
        this.service = service;
    }

    /** The ETag of whatever is answered to this question now; empty where changes are on their way. */
    Optional<String> of(String question) {
        try {
            return trip.ask(workspace.id(), STATE, statement -> statement.setString(2, workspace.id()), statement -> {
                try (var row = statement.getResultSet()) {
                    if (!row.next() || row.getString(3) == null || row.getBoolean(4)) {
                        return Optional.empty();
                    }
                    // what is not said of a question's days is said by the date
                    var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(row.getString(1)));
                    return Optional.of(tag(service + "\n" + row.getString(3) + " " + row.getString(2) + "\n" + today
                            + "\n" + question));
                }
            });
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String tag(String text) {
        return tag(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The ETag of what is written row by row: it is written once for that, and kept nowhere. */
    static String tag(StreamingOutput rows) {
        var digest = Digests.sha256();
        try (var nowhere = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            rows.write(nowhere);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return tag(digest.digest());
    }

    /** Weak: the same answer may go out compressed or not. */
    private static String tag(byte[] digest) {
        return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(digest, 16)) + "\"";
    }
}
