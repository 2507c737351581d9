/** The demo workspace of the embedded default: made-up deals, written by the public API like everybody's. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.demo;
