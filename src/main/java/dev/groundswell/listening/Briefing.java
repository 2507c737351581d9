package dev.groundswell.listening;

import dev.groundswell.access.Zones;
import dev.groundswell.release.Concerns;
import dev.groundswell.release.Releases;
import dev.groundswell.release.SurfacedConcern;
import dev.groundswell.trend.DataGaps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Puts together what leadership should know, within the caller's transaction. */
@ApplicationScoped
public class Briefing {

    private static final int LOOKED_BACK = 90;

    /** What nobody has answered for longer than this has been overtaken. */
    private static final int REMEMBERED = 365;

    private final Concerns concerns;
    private final Releases releases;
    private final AnsweredSignals signals;
    private final DataGaps gaps;
    private final Zones zones;

    Briefing(Concerns concerns, Releases releases, AnsweredSignals signals, DataGaps gaps, Zones zones) {
        this.concerns = concerns;
        this.releases = releases;
        this.signals = signals;
        this.gaps = gaps;
        this.zones = zones;
    }

    /** For whoever reads it: leaders and admins are noted as readers of the concerns. */
    public Brief read(LocalDate since, LocalDate until) {
        var today = zones.today();
        return brief(since, until, today, concerns.since(today.minusDays(REMEMBERED)));
    }

    /** For what sends it on: nobody is noted. */
    public Brief compose(LocalDate since, LocalDate until) {
        var today = zones.today();
        return brief(since, until, today, concerns.countedSince(today.minusDays(REMEMBERED)));
    }

    private Brief brief(LocalDate since, LocalDate until, LocalDate today, List<SurfacedConcern> remembered) {
        var known = gaps.between(today.minusDays(LOOKED_BACK - 1L), today);
        return new Brief(
                since,
                until,
                signals.movedSince(since).stream()
                        .filter(signal -> signal.movedIn(since, until))
                        .toList(),
                signals.open().stream()
                        .filter(Answered::isDue)
                        .sorted(Comparator.comparing(Answered::answerDue))
                        .toList(),
                releases.publishedSince(since).stream()
                        .filter(published -> !published.on().isAfter(until))
                        .toList(),
                remembered.stream()
                        .filter(concern -> !concern.surfacedOn().isBefore(since)
                                && !concern.surfacedOn().isAfter(until))
                        .toList(),
                remembered.stream()
                        .filter(concern -> concern.answers().isEmpty())
                        .sorted(Comparator.comparing(SurfacedConcern::answerDue))
                        .toList(),
                Brief.Heard.of(new Listening(remembered, today)),
                new Brief.Gaps(known.lost(), known.unmapped(), known.unknown(), known.needsEnrichment()));
    }
}
