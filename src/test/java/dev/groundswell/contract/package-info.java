/** What holds the contract to its word: changes that would break clients, and requests that nobody would think of. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.contract;
