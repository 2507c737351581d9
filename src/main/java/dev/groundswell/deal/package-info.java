/**
 * Deals: what comes in through one door ({@link dev.groundswell.deal.Intake}), how what several origins tell folds into
 * one state, and the row that follows from it.
 */
@org.jspecify.annotations.NullMarked
package dev.groundswell.deal;
