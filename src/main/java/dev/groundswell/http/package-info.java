/**
 * What every endpoint shares: problems, strict JSON, pages, money, preconditions, idempotency. Knows no feature; what it
 * has to know of the caller it asks through {@link dev.groundswell.http.Caller}.
 */
@org.jspecify.annotations.NullMarked
package dev.groundswell.http;
