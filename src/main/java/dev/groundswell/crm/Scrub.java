package dev.groundswell.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.crm.proof.HookRequest;
import dev.groundswell.crm.proof.Proof;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Takes live secrets out of what is kept: a delivery that somebody reads must not let them send another. */
final class Scrub {

    static final String MASK = "***";

    /** Headers that mappings read. All others are not kept: they hold credentials and addresses. */
    private static final List<String> KEPT =
            List.of("ce-", "webhook-id", "svix-id", "idempotency-key", "x-ms-dynamics-");

    private static final int SHORTEST = 6;

    private Scrub() {}

    /** Secrets that stand in the body are masked, however the body is made. */
    static byte[] body(Setup setup, byte[] body) {
        // byte for byte, whatever the character set
        var text = new String(setup.adapter().scrub(body), StandardCharsets.ISO_8859_1);
        for (var secret : setup.secrets().values()) {
            for (var written : List.of(secret, escaped(secret), encoded(secret))) {
                if (written.length() >= SHORTEST) {
                    text = text.replace(bytewise(written), MASK);
                }
            }
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Without the parameters that are secrets. */
    static ObjectNode query(Setup setup, ObjectNode query) {
        var kept = query.deepCopy();
        setup.proofs().stream()
                .filter(proof -> proof.kind() == Proof.Kind.query && proof.name() != null)
                .forEach(proof -> kept.remove(proof.name()));
        kept.properties().removeIf(each -> setup.secrets().containsValue(text(each.getValue())));
        return kept;
    }

    static ObjectNode headers(HookRequest request, ObjectNode empty) {
        request.headers().forEach((name, values) -> {
            if (KEPT.stream().anyMatch(name::startsWith)) {
                empty.put(name, values.get(0));
            }
        });
        return empty;
    }

    private static String text(JsonNode node) {
        return node.asText();
    }

    private static String bytewise(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String escaped(String secret) {
        var json = Setup.write(secret);
        return json.substring(1, json.length() - 1);
    }

    private static String encoded(String secret) {
        return URLEncoder.encode(secret, StandardCharsets.UTF_8);
    }
}
