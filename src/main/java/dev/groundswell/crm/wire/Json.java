package dev.groundswell.crm.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;

/** JSON, with its numbers as they are written. */
public final class Json {

    private static final int DEEPEST = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    public static JsonNode read(byte[] body) throws Undecodable {
        try {
            return JSON.readTree(withoutMark(body));
        } catch (IOException malformed) {
            throw new Undecodable("malformed_json", "the body is not well-formed JSON");
        }
    }

    /** An object without anything in it. */
    public static ObjectNode nothing() {
        return JSON.createObjectNode();
    }

    private static byte[] withoutMark(byte[] body) {
        boolean marked =
                body.length > 2 && (body[0] & 0xff) == 0xef && (body[1] & 0xff) == 0xbb && (body[2] & 0xff) == 0xbf;
        return marked ? Arrays.copyOfRange(body, 3, body.length) : body;
    }
}
