package dev.groundswell.embedded;

/** A start that must not happen; the message tells the operator, in one line, why and what to do about it. */
public class Refusal extends RuntimeException {

    public Refusal(String message) {
        super(message, null, false, false);
    }
}
