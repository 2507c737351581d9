/** Finishes the OpenAPI document that is generated from annotated code, so that SDK generators get what they need. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.http.contract;
