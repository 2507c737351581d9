package dev.groundswell.release;

/**
 * What a dispute claims, and what the open records said to it on the day on which it was given.
 *
 * @param sentence the counts that the verdict rests on
 */
public record CheckedClaim(Topic topic, Verdict verdict, String sentence) {}
