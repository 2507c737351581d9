package dev.groundswell.catalog;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How much a reason weighed")
public enum Strength {
    minor,
    major,
    decisive
}
