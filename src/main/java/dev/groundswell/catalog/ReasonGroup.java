package dev.groundswell.catalog;

/** The groups that reasons fall into; they are the same in every workspace. */
public enum ReasonGroup {
    price("Price"),
    product("Product"),
    trust("Trust"),
    timing("Timing"),
    fit("Fit"),
    process("Process"),
    unknown("Unknown");

    private final String label;

    ReasonGroup(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
