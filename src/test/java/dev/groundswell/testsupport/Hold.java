package dev.groundswell.testsupport;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A transaction in the way of the service: rows that whoever writes to them waits for, until they are let go. */
public final class Hold implements AutoCloseable {

    /** Also who waits behind somebody who waits. By locks: who is connected, PostgreSQL tells a transaction but once. */
    private static final String WAITING = """
            with recursive waiting (pid) as (
                select pid from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))
                union
                select l.pid from pg_locks l join waiting w on w.pid = any(pg_blocking_pids(l.pid)) where not l.granted)
            select count(*) from waiting""";

    private final Connection connection;

    private Hold(Connection connection) {
        this.connection = connection;
    }

    /** @param rows what follows {@code select} */
    public static Hold on(String rows) throws SQLException {
        var hold = new Hold(Database.superuser());
        hold.connection.setAutoCommit(false);
        hold.execute("select " + rows + " for update");
        return hold;
    }

    /** Something else in the same transaction. */
    public void execute(String sql) throws SQLException {
        Database.execute(connection, sql);
    }

    public Hold awaitWaiting(int howMany) {
        await().atMost(Duration.ofSeconds(30)).until(() -> Database.count(connection, WAITING) >= howMany);
        return this;
    }

    public void letGo() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
