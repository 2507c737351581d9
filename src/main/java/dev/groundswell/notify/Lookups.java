package dev.groundswell.notify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads that look names up. A look-up may hang for as long as the machine's resolver wants and cannot be interrupted, so
 * one workspace gets only some of the threads, and what waits for them can be taken back.
 */
final class Lookups {

    private static final int AT_ONCE = 32;
    private static final int OF_ONE = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Lookups::thread);

    /** Guarded by this; those where nothing runs or waits are not kept. */
    private final Map<String, Part> parts = new HashMap<>();

    /** What one workspace has under way. */
    private static final class Part {

        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    /** As soon as a thread of the workspace's part is free. */
    synchronized void run(String workspace, Runnable lookup) {
        parts.computeIfAbsent(workspace, first -> new Part()).waiting.add(lookup);
        goOn(workspace);
    }

    /** Forgets what has not begun: hanging look-ups must not heap up what waits behind them. */
    synchronized void takeBack(String workspace, Runnable lookup) {
        var part = parts.get(workspace);
        if (part != null) {
            part.waiting.remove(lookup);
        }
    }

    void stop() {
        threads.shutdownNow();
    }

    private synchronized void goOn(String workspace) {
        var part = parts.get(workspace);
        while (part != null && part.running < OF_ONE && !part.waiting.isEmpty() && !threads.isShutdown()) {
            var lookup = part.waiting.remove();
            threads.execute(() -> {
                try {
                    lookup.run();
                } finally {
                    ended(workspace);
                }
            });
            part.running++;
        }
    }

    private synchronized void ended(String workspace) {
        var part = parts.get(workspace);
        if (part != null) {
            part.running--;
            goOn(workspace);
            if (part.running == 0 && part.waiting.isEmpty()) {
                parts.remove(workspace);
            }
        }
    }

    private static Thread thread(Runnable lookup) {
        var thread = new Thread(lookup, "outgoing-lookup");
        thread.setDaemon(true);
        return thread;
    }
}
