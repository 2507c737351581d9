package dev.groundswell.catalog;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How a reason is known: the buyer said so, somebody saw it, or the rep believes it")
public enum Evidence {
    buyer_stated,
    observed,
    rep_belief
}
