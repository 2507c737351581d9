package dev.groundswell.bench;

import java.io.IOException;

/** Keeps the service from working in the background: somebody else has the leases. */
record Leases(Debian database) {

    private static final String HOLDER = "benchmark";

    /** All of them, in every workspace. */
    void hold() throws IOException {
        for (var work : new String[] {"rollup", "deliveries", "imports", "remap"}) {
            hold(work);
        }
    }

    /** @param work what the lease is for */
    void hold(String work) throws IOException {
        database.psql(
                "insert into lease (workspace, work, holder, expires_at) select workspace, '" + work + "', '" + HOLDER
                        + "', now() + interval '1 day' from workspace on conflict (workspace, work) do update "
                        + "set holder = excluded.holder, expires_at = excluded.expires_at");
    }

    void release() throws IOException {
        database.psql("delete from lease where holder = '" + HOLDER + "'");
    }
}
