package dev.groundswell.testsupport;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;

/**
 * As if another copy of the service did some work in a workspace, and took its time: this one keeps away. For minutes only,
 * as copies do: a lease that is much longer was written by a clock that is wrong, and holds nobody up.
 */
public final class AnotherCopy {

    private AnotherCopy() {}

    public static void takes(TestWorkspace workspace, String work) {
        // this one may have it for a moment
        await().until(() -> {
            Database.tell(workspace.id(), """
                    insert into lease (workspace, work, holder, expires_at)
                    values ('%s', '%s', 'another', now() + interval '9 minutes') on conflict do nothing""".formatted(workspace.id(), work));
            try (var owner = Database.superuser()) {
                return Database.count(
                                owner,
                                "select count(*) from lease where workspace = '%s' and work = '%s' and holder = 'another'"
                                        .formatted(workspace.id(), work))
                        > 0;
            }
        });
    }

    public static void leaves(TestWorkspace workspace, String work) throws SQLException {
        Database.tell(
                workspace.id(),
                "delete from lease where workspace = '%s' and work = '%s' and holder = 'another'"
                        .formatted(workspace.id(), work));
    }
}
