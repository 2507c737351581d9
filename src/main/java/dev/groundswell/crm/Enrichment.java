package dev.groundswell.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.access.Background;
import dev.groundswell.access.Backlog;
import dev.groundswell.crm.mapping.Payload;
import dev.groundswell.crm.mapping.Reading;
import dev.groundswell.crm.mapping.Variant;
import dev.groundswell.crm.wire.Json;
import dev.groundswell.deal.Intake;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks CRMs for what their webhooks have left out, where the workspace has given a token for it. */
@ApplicationScoped
class Enrichment {

    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration AFTER_REFUSAL = Duration.ofHours(1);
    private static final int A_TURN = 50;
    private static final int MOST_ATTEMPTS = 12;

    private final Background background;
    private final Wanted wanted;
    private final Setups setups;
    private final LearnedStages stages;
    private final Understanding understanding;
    private final Intake intake;
    private final Clock clock;
    private final Map<String, Fetcher> fetchers;

    Enrichment(
            Background background,
            Wanted wanted,
            Setups setups,
            LearnedStages stages,
            Understanding understanding,
            Intake intake,
            Clock clock,
            @All List<Fetcher> fetchers) {
        this.background = background;
        this.wanted = wanted;
        this.setups = setups;
        this.stages = stages;
        this.understanding = understanding;
        this.intake = intake;
        this.clock = clock;
        this.fetchers = fetchers.stream().collect(Collectors.toMap(Fetcher::kind, Function.identity()));
    }

    /** True where this connection's CRM can be asked. */
    boolean canAsk(Setup setup) {
        var fetcher = fetchers.get(setup.kind().key());
        return fetcher != null && setup.secrets().containsKey(fetcher.secret());
    }

    void start(@Observes StartupEvent starting, Backlog backlog) {
        backlog.watch("enrichment", "enrichment");
    }

    @Scheduled(identity = "enrichment", every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() throws SQLException {
        for (var workspace : background.workspacesIn("enrichment")) {
            background.inside(workspace, "enrichment", LEASE, this::workInside);
        }
    }

    private void workInside(Background.Turn turn) {
        var due = QuarkusTransaction.requiringNew().call(() -> wanted.due(A_TURN));
        for (var deal : due) {
            if (turn.isOver()) {
                return;
            }
            var setup = QuarkusTransaction.requiringNew().call(() -> setups.byId(deal.connection()));
            if (setup.isEmpty() || !canAsk(setup.get()) || deal.attempts() >= MOST_ATTEMPTS) {
                QuarkusTransaction.requiringNew().run(() -> finish(deal));
            } else {
                ask(setup.get(), deal);
            }
        }
    }

    /** The CRM is asked outside of any transaction: it may take its time. */
    private void ask(Setup setup, Wanted.Deal deal) {
        var fetcher = Objects.requireNonNull(fetchers.get(setup.kind().key()), "canAsk");
        var token = setup.secrets().getOrDefault(fetcher.secret(), "");
        try {
            var fetched = fetcher.deal(setup.id(), token, deal.externalId());
            var known = fetched.isPresent() ? stages.learn(setup, fetcher, token, fetched.get()) : setup;
            QuarkusTransaction.requiringNew().run(() -> {
                fetched.ifPresent(payload -> fold(known, payload));
                finish(deal);
            });
        } catch (Fetcher.FetchException failure) {
            Log.warnf("A deal could not be fetched: %s", failure.getMessage());
            var wait = failure.isRefused() ? AFTER_REFUSAL : Duration.ofSeconds(5L << Math.min(deal.attempts(), 9));
            QuarkusTransaction.requiringNew().run(() -> postpone(deal, wait));
        }
    }

    private void fold(Setup setup, JsonNode payload) {
        var now = clock.instant();
        var unified = setup.adapter().unify(payload);
        var readings = understanding.read(
                setup, new Payload(unified, Json.nothing(), Json.nothing()), Variant.Use.webhooks, now);
        intake.hear(readings.stream()
                .filter(Reading.Told.class::isInstance)
                .map(Reading.Told.class::cast)
                .map(told -> understanding.change(setup, told, now))
                .toList());
    }

    private void finish(Wanted.Deal deal) {
        try {
            wanted.done(deal);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void postpone(Wanted.Deal deal, Duration wait) {
        try {
            wanted.later(deal, wait);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
