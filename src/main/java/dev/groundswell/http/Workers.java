package dev.groundswell.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.threads.ViewExecutor;

/**
 * Those who work on requests: as many at a time as there are connections to the database. More of them would only wait for
 * one, and in the meantime take the processor from the event loops, who then hear of no request in time, not even to refuse
 * it. A quarter is for webhooks, so that questions that take long keep no delivery waiting.
 */
@ApplicationScoped
class Workers {

    private final Executor forHooks;
    private final Executor forOthers;

    Workers(ScheduledExecutorService all, @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        int quarter = Math.max(1, connections / 4);
        this.forHooks = atMost(quarter, all);
        this.forOthers = atMost(Math.max(1, connections - quarter), all);
    }

    void work(boolean onHook, Runnable work) {
        (onHook ? forHooks : forOthers).execute(work);
    }

    private static Executor atMost(int many, Executor all) {
        return ViewExecutor.builder(all).setMaxSize(many).build();
    }
}
