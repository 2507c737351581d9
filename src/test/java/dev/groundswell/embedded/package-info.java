/** What must never happen to the data of somebody who just started the service. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.embedded;
