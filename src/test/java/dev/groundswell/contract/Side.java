package dev.groundswell.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** Who keeps to a schema. What was taken has to be taken still; what is answered has to be what was answered before. */
enum Side {
    REQUEST("requests"),
    ANSWER("answers");

    final String where;

    Side(String where) {
        this.where = where;
    }

    /** What has to fit into the other: nothing breaks as long as all of it does. */
    JsonNode inner(JsonNode before, JsonNode now) {
        return this == REQUEST ? before : now;
    }

    JsonNode outer(JsonNode before, JsonNode now) {
        return this == REQUEST ? now : before;
    }
}
