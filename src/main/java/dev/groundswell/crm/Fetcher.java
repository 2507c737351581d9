package dev.groundswell.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.deal.State;
import java.util.Map;
import java.util.Optional;

/** Asks a CRM for what its webhooks leave out, by a token of the workspace. Never while somebody waits for an answer. */
public interface Fetcher {

    /** The kind that it is for. */
    String kind();

    /** The name of the secret that it needs; without it nothing is fetched. */
    String secret();

    /**
     * A deal, as a payload that the kind's mapping reads; empty where the CRM has none of this id.
     *
     * @param connection whose limits count
     */
    Optional<JsonNode> deal(long connection, String token, String externalId) throws FetchException;

    /** What the CRM's own stages mean, by their ids. */
    Map<String, State> stages(long connection, String token) throws FetchException;

    /** The CRM did not answer as it should. */
    final class FetchException extends Exception {

        private final boolean refused;

        /**
         * A failure.
         *
         * @param refused true where trying again is of no use before somebody mends the token
         */
        public FetchException(String message, boolean refused) {
            super(message);
            this.refused = refused;
        }

        public boolean isRefused() {
            return refused;
        }
    }
}
