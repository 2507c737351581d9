/** The sums behind shares, signals and price gaps, each by its published name; plain classes that know nothing of deals. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.statistics;
