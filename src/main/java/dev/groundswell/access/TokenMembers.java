package dev.groundswell.access;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The members who come by token: in one trip found, or joined where they are new. */
@ApplicationScoped
class TokenMembers {

    /** The no-op update lets the row come back where it was there already; a workspace that is not there yields none. */
    private static final String FIND_OR_JOIN = """
            select set_config('app.workspace', ?, true);
            insert into member (workspace, role, subject, joined_on)
            select w.workspace, ?, ?, ? from workspace w where w.workspace = ?
            on conflict (workspace, subject) do update set role = excluded.role
            returning id""";

    private final OneTrip trip;
    private final Secret secret;
    private final Clock clock;

    TokenMembers(OneTrip trip, Secret secret, Clock clock) {
        this.trip = trip;
        this.secret = secret;
        this.clock = clock;
    }

    Member.Identity findOrJoin(String workspace, Role role, String subject) {
        try {
            return trip.ask(
                    workspace,
                    FIND_OR_JOIN,
                    statement -> {
                        statement.setString(2, role.name());
                        statement.setBytes(
                                3, secret.seal(workspace, "subject", subject.getBytes(StandardCharsets.UTF_8)));
                        statement.setObject(4, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
                        statement.setString(5, workspace);
                    },
                    statement -> {
                        try (var row = statement.getResultSet()) {
                            if (!row.next()) {
                                throw new AuthenticationFailedException();
                            }
                            return new Member.Identity(workspace, row.getLong(1), role);
                        }
                    });
        } catch (SQLException unavailable) {
            throw new IllegalStateException(unavailable);
        }
    }
}
