/** What leadership answers to the field, and how well it listens. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.listening;
