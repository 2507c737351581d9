package dev.groundswell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the service from working in the background: somebody else has the leases, and takes them anew while it goes on. A
 * lease of hours would hold nobody up: the service takes it for one that was written by a clock that is wrong.
 */
final class Leases {

    private static final String HOLDER = "benchmark";
    private static final long RENEWED_EACH = TimeUnit.MINUTES.toMillis(4);

    private final Debian database;
    private final Set<String> held = new HashSet<>();

    Leases(Debian database) {
        this.database = database;
        new Timer("leases", true)
                .schedule(
                        new TimerTask() {
                            @Override
                            public void run() {
                                renew();
                            }
                        },
                        RENEWED_EACH,
                        RENEWED_EACH);
    }

    /** All of them, in every workspace. */
    void hold() {
        for (var work : new String[] {"rollup", "deliveries", "imports", "remap"}) {
            hold(work);
        }
    }

    /** @param work what the lease is for */
    synchronized void hold(String work) {
        held.add(work);
        take(work);
    }

    synchronized void release() throws IOException {
        held.clear();
        database.psql("delete from lease where holder = '" + HOLDER + "'");
    }

    private synchronized void renew() {
        held.forEach(this::take);
    }

    private void take(String work) {
        try {
            database.psql("insert into lease (workspace, work, holder, expires_at) select workspace, '" + work + "', '"
                    + HOLDER + "', now() + interval '9 minutes' from workspace on conflict (workspace, work) do update "
                    + "set holder = excluded.holder, expires_at = excluded.expires_at");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
