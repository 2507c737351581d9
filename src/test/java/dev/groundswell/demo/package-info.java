/** Tests of the demo: what it makes up, and that it survives what happens to processes. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.demo;
