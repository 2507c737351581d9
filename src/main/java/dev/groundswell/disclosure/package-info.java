/**
 * What may be told of what was said in confidence, and nothing else: the voices of a period become groups of at least k
 * people each, decided once, and an audit tries to undo it before anything is published. Plain classes; whoever calls brings
 * the voices. The rules and why they hold: docs/disclosure.md.
 */
@org.jspecify.annotations.NullMarked
package dev.groundswell.disclosure;
