package dev.groundswell.release;

/** What was released. */
public enum Kind {
    field_view,
    concern,
    question
}
