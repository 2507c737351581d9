/** What changes over time: the open plane's group-bys, their shares with intervals, and win rates. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.trend;
