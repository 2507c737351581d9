package dev.groundswell.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.access.Onboarding;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fills a workspace with made-up deals, and with what is said of them, at the first start of the embedded default. Every step
 * can be repeated, so that a start after a crash goes on where the other one was cut off.
 */
@ApplicationScoped
class Demo {

    private static final Logger LOG = Logger.getLogger(Demo.class);
    private static final int ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int BATCH = 500;
    private static final int COLLEAGUES = 12;
    private static final int ENDORSERS = 5;

    private final DemoConfig config;
    private final Onboarding onboarding;
    private final ObjectMapper json;
    private final Clock clock;
    private volatile boolean stopping;
    private @Nullable String admin;

    Demo(DemoConfig config, Onboarding onboarding, ObjectMapper json, Clock clock) {
        this.config = config;
        this.onboarding = onboarding;
        this.json = json;
        this.clock = clock;
    }

    void begin(@ObservesAsync HttpServerStart started) {
        config.folder().ifPresent(folder -> fill(folder, started));
    }

    void stop(@Observes ShutdownEvent ending) {
        stopping = true;
    }

    private void fill(DemoFolder folder, HttpServerStart started) {
        for (int attempt = 1; !stopping; attempt++) {
            try {
                var address = address(started);
                if (!folder.isComplete()) {
                    fill(folder, new Api(address, json));
                }
                if (folder.hasKeys()) {
                    LOG.info(new Banner(address, folder, today()).text());
                }
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                if (stopping) {
                    return;
                }
                if (attempt == ATTEMPTS) {
                    LOG.error("The demo could not be made. Start again to repeat it, or set groundswell.demo=false", e);
                    return;
                }
                LOG.warnf("The demo was interrupted, and is tried again: %s", e);
                pause();
            }
        }
    }

    private void fill(DemoFolder folder, Api api) throws IOException, InterruptedException {
        if (!folder.hasKeys()) {
            folder.writeKeys(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(makeKeys(api)));
        }
        var keys = json.readValue(folder.keys().toFile(), DemoKeys.class);
        var lastDay = folder.begin(today().minusDays(1));
        var deals = MadeUpDeals.until(lastDay);
        for (int from = 0; from < deals.size() && !stopping; from += BATCH) {
            api.write(keys.integration(), deals.subList(from, Math.min(deals.size(), from + BATCH)));
        }
        speak(api, keys.reps(), MadeUpVoices.of(deals, keys.reps().size(), lastDay));
        if (!stopping) {
            api.lookForSignals(keys.leader());
            folder.end();
        }
    }

    private void speak(Api api, List<String> reps, List<MadeUpVoices.Report> reports)
            throws IOException, InterruptedException {
        for (int i = 0; i < reports.size() && !stopping; i++) {
            var report = reports.get(i);
            api.say(reps.get(report.by()), "/v1/field_reports", "demo-report-" + i, report.account());
        }
        for (var concern : MadeUpVoices.CONCERNS) {
            api.say(reps.get(0), "/v1/concerns", "demo-concern-" + concern.topic(), concern);
        }
        for (var rep : reps.subList(1, 1 + ENDORSERS)) {
            api.standBehindAll(rep);
        }
    }

    private DemoKeys makeKeys(Api api) throws IOException, InterruptedException {
        if (admin == null) {
            admin = api.accept(onboarding.createWorkspace("Demo (made-up deals)"));
        }
        var rep = api.join(admin, "rep");
        var leader = api.join(admin, "leader");
        var reps = new ArrayList<String>();
        for (int i = 0; i < COLLEAGUES; i++) {
            reps.add(api.join(admin, "rep"));
        }
        return new DemoKeys(rep, api.integrationKey(admin, "Demo CRM"), leader, admin, reps);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static URI address(HttpServerStart started) {
        var options = started.options();
        String host = options.getHost();
        boolean everywhere = host == null || host.equals("0.0.0.0") || host.equals("::");
        String reached = everywhere ? "127.0.0.1" : host;
        return URI.create(
                "http://" + (reached.contains(":") ? "[" + reached + "]" : reached) + ":" + port(options.getPort()));
    }

    /** A port that the system has chosen is told by the configuration, once it is known. */
    private static int port(int asked) {
        return asked > 0 ? asked : ConfigProvider.getConfig().getValue("quarkus.http.port", int.class);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
