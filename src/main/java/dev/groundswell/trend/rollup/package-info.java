/**
 * Counts that are kept, so that a trend costs the same at ten thousand deals as at ten million: which days have changed is
 * written with each change, a worker counts those anew, and a reader takes marks, counts and raw rows in one statement.
 */
@org.jspecify.annotations.NullMarked
package dev.groundswell.trend.rollup;
