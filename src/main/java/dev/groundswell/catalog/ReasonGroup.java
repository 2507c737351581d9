package dev.groundswell.catalog;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The groups that reasons fall into: the same in every workspace")
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
