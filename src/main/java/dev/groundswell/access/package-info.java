/**
 * Who may enter, and into which workspace: keys, invites, tokens, permissions, the three walls between workspaces
 * (permission on the endpoint, Hibernate's tenant filter, row-level security), and the audit trail.
 */
@org.jspecify.annotations.NullMarked
package dev.groundswell.access;
