/** What prices have to do with losses, read from the open plane: gaps, discounts that would have won, claims that were checked. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.pricing;
