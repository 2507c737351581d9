package dev.groundswell.crm.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/** What a payload says of one deal. */
record Item(JsonNode tree, Payload payload) {}
