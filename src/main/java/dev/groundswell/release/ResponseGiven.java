package dev.groundswell.release;

/**
 * Fired within the transaction in which leadership answers.
 *
 * @param release what is answered
 * @param to what kind of release that is
 */
public record ResponseGiven(long release, Kind to, Given given) {}
