package dev.groundswell.deal;

/** How much a reason weighed. */
public enum Strength {
    minor,
    major,
    decisive
}
