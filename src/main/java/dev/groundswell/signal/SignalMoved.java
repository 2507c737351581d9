package dev.groundswell.signal;

/**
 * Told, within the transaction, when a signal is opened or cleared.
 *
 * @param id the signal's
 * @param sentence what has changed, as leaders read it; names no person
 */
public record SignalMoved(long id, Move move, String sentence) {

    /** What became of it. */
    public enum Move {
        opened,
        cleared
    }
}
