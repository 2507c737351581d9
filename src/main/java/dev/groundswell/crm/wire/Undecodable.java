package dev.groundswell.crm.wire;

/** A body that is not what it should be. */
public final class Undecodable extends Exception {

    private final String reason;

    /** @param reason a code that stays the same; the detail is for people and quotes nothing */
    Undecodable(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
