package dev.groundswell.crm.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What came in, as one tree whatever format it had, and what came beside it.
 *
 * @param query the parameters of the hook's URL
 * @param headers those that are kept, by lower-case name
 */
public record Payload(JsonNode tree, ObjectNode query, ObjectNode headers) {}
