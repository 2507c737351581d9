package dev.groundswell.catalog;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How much a reason weighed; `decisive`: without it the deal would have been won")
public enum Strength {
    minor,
    major,
    decisive
}
