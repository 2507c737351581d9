package dev.groundswell.deal;

/** What has become of a deal; withdrawn: deleted, or merged away. */
public enum State {
    open,
    lost,
    won,
    withdrawn;

    boolean isClosed() {
        return this == lost || this == won;
    }
}
