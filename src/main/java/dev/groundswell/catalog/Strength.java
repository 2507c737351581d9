package dev.groundswell.catalog;

/** How much a reason weighed. */
public enum Strength {
    minor,
    major,
    decisive
}
