package dev.groundswell.signal;

/** Which way it went; the word is the answer's. */
public enum Direction {
    rise,
    fall
}
