package dev.groundswell.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.crm.proof.HookRequest;

/** What data cannot say of one kind of CRM. Pure: the same bytes, headers and secrets give the same answer. */
public interface Adapter {

    /** The kind that it is for. */
    String kind();

    /** How strong a signature holds, for proofs of the kind's own; 0 where none does. */
    default int strength(HookRequest request, String secret) {
        return 0;
    }

    /** False where the body itself shows that it comes from somebody else's account. */
    default boolean isFrom(byte[] body, String account) {
        return true;
    }

    /** The body without live credentials of the CRM's own. */
    default byte[] scrub(byte[] body) {
        return body;
    }

    /** The payload in the shape that the kind's mapping reads. */
    default JsonNode unify(JsonNode tree) {
        return tree;
    }
}
