/**
 * What the service is put through before it is trusted: killed at the worst moments under mixed load ({@code CrashLoop}), and used
 * steadily for long ({@code Soak}). What clients were told is written into a ledger, and held against what is there at the end.
 *
 * <p>{@code mvn -Pcrash -DskipTests verify} and {@code mvn -Psoak -DskipTests verify}; see {@code docs/reliability.md}.
 */
@org.jspecify.annotations.NullMarked
package dev.groundswell.endurance;
