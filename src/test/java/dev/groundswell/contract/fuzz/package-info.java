/** Requests that nobody would think of, thought of by chance: some that the contract allows, more that it does not. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.contract.fuzz;
