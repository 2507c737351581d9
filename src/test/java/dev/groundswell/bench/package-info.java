/**
 * The benchmark: goals as ratios of two things that run in turn on the same machine in the same minutes. It asserts nothing.
 *
 * <p>{@code mvn -Pbench -DskipTests verify} runs its short form; see {@code docs/benchmark.md}.
 */
@org.jspecify.annotations.NullMarked
package dev.groundswell.bench;
