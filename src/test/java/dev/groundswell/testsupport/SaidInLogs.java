package dev.groundswell.testsupport;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged, at whatever level is on, until it is closed. */
public final class SaidInLogs extends Handler implements AutoCloseable {

    private final List<String> lines = new ArrayList<>();

    public SaidInLogs() {
        setLevel(Level.ALL);
        setFormatter(new SimpleFormatter());
        Logger.getLogger("").addHandler(this);
    }

    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public synchronized void publish(LogRecord record) {
        lines.add(getFormatter().format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
