package dev.groundswell.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The zones of workspaces, remembered for a minute: a changed zone counts for later dates only. */
@ApplicationScoped
public class Zones {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Workspace.Repository workspaces;
    private final CurrentWorkspace current;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Zones(Workspace.Repository workspaces, CurrentWorkspace current, Clock clock) {
        this.workspaces = workspaces;
        this.current = current;
        this.clock = clock;
    }

    private record Known(ZoneId zone, Instant until) {}

    /** The zone in which a point in time becomes a local date, in the caller's workspace. */
    public ZoneId current() {
        var now = clock.instant();
        var zone = known.get(current.id());
        if (zone == null || zone.until().isBefore(now)) {
            if (known.size() >= MOST) {
                known.clear();
            }
            zone = new Known(
                    QuarkusTransaction.joiningExisting()
                            .call(() -> workspaces.current().zone()),
                    now.plus(REMEMBERED));
            known.put(current.id(), zone);
        }
        return zone.zone();
    }

    /** The local date of now, in the caller's workspace. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), current());
    }
}
