package dev.groundswell.crm;

import dev.groundswell.crm.mapping.Mapping;
import dev.groundswell.crm.proof.Proof;
import dev.groundswell.crm.proof.Recipe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of CRM, as its file says.
 *
 * @param account what the vendor's account is called, for people
 * @param atLeastOneOf secrets of which one has to be there
 * @param accepted the answer to what was taken, ignored or known
 * @param refused the answer to whom does not prove who they are
 */
record Kind(
        String key,
        String label,
        String account,
        List<NeededSecret> secrets,
        List<String> atLeastOneOf,
        List<Proof> proofs,
        Answer accepted,
        Answer refused,
        Mapping mapping) {

    Kind {
        atLeastOneOf = atLeastOneOf == null ? List.of() : atLeastOneOf;
        refused = refused == null ? new Answer(401, null, null) : refused;
    }

    /** A secret that a connection of this kind can hold. */
    record NeededSecret(String name, String description, boolean required, Recipe.@Nullable Key key) {}

    /** What the vendor expects to hear. */
    record Answer(
            int status,
            @Nullable String contentType,
            @Nullable String body) {}
}
