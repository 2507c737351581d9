package dev.groundswell.trend;

/** One line of a trend: the key that filters take, and what people call it. */
record Key(String key, String label) {}
