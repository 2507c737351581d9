package dev.groundswell.release;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ClaimVerdict",
        description =
                "How the open records stand to a claim: they bear it out (`supported`), they do not (`contradicted`), or they "
                        + "know nothing, or too little, of it (`unmeasured`): then it stands")
public enum Verdict {
    supported,
    contradicted,
    unmeasured
}
