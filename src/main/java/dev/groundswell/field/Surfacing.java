package dev.groundswell.field;

import dev.groundswell.access.Background;
import dev.groundswell.access.Zones;
import dev.groundswell.disclosure.Surfaced;
import dev.groundswell.release.Releases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * Lets concerns surface, in a weekly batch and in no order: whoever endorses one can neither see it surface at once nor be
 * known by it. What counts is who stood behind it when the week began.
 */
@ApplicationScoped
class Surfacing {

    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Background background;
    private final Concern.Repository concerns;
    private final Endorsement.Repository endorsements;
    private final Confided confided;
    private final Releases releases;
    private final Zones zones;
    private final Random random = new SecureRandom();

    Surfacing(
            Background background,
            Concern.Repository concerns,
            Endorsement.Repository endorsements,
            Confided confided,
            Releases releases,
            Zones zones) {
        this.background = background;
        this.concerns = concerns;
        this.endorsements = endorsements;
        this.confided = confided;
        this.releases = releases;
        this.zones = zones;
    }

    @Scheduled(
            identity = "surface",
            every = "1h",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void surface() throws SQLException {
        for (var workspace : background.workspacesIn("concern")) {
            surfaceIn(workspace);
        }
    }

    /** Whatever has come to enough people in a workspace. */
    void surfaceIn(String workspace) throws SQLException {
        background.inside(workspace, "surface", LEASE, turn -> {
            var today = zones.today();
            QuarkusTransaction.requiringNew().run(() -> surface(today));
        });
    }

    private void surface(LocalDate today) {
        var week = Weeks.of(today);
        var open = new ArrayList<>(concerns.allHeld());
        Collections.shuffle(open, random);
        for (var concern : open) {
            var people = people(concern, week);
            if (people.size() >= concern.k) {
                Surfaced.among(concern.topic.name(), confided.unlock(concern.words), people, concern.k)
                        .ifPresent(surfaced -> releases.surface(week, today, surfaced));
                concerns.delete(concern);
            } else if (concern.week.plusWeeks(Concern.OPEN_WEEKS).isBefore(week)) {
                concerns.delete(concern);
            }
        }
    }

    private List<String> people(Concern concern, LocalDate week) {
        return endorsements.before(concern.id, week).stream()
                .map(each -> HexFormat.of().formatHex(each.endorser))
                .toList();
    }
}
