package dev.groundswell.pricing;

import java.time.LocalDate;

/**
 * Where a deal is counted.
 *
 * @param bucket its first day
 * @param key of what the answer is broken down by; empty where it is not
 */
record Place(LocalDate bucket, String key) {}
