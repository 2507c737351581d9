/** Problems, paging and idempotency as clients see them. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.http;
