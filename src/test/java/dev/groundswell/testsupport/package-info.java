/** What tests share: a database, a fresh workspace with callers of each role, and a check of every answer against the contract. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.testsupport;
