package dev.groundswell.release;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the open records stand to a claim. Where they know nothing, or too little, it is unmeasured and stands. */
@Schema(name = "ClaimVerdict")
public enum Verdict {
    supported,
    contradicted,
    unmeasured
}
