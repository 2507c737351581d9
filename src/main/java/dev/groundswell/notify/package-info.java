/**
 * What goes out: subscriptions of webhooks, Slack and Teams, the queue in which events wait until a receiver has taken them,
 * and the weekly digest. Tells only what everybody in the workspace may read already.
 */
@org.jspecify.annotations.NullMarked
package dev.groundswell.notify;
