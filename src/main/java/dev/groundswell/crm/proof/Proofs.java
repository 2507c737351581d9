package dev.groundswell.crm.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.crm.wire.Json;
import dev.groundswell.crm.wire.Undecodable;
import dev.groundswell.crm.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;

/** All that a connection demands: of each secret that it holds, one proof has to hold. */
public final class Proofs {

    private final List<Proof> proofs;
    private final Map<String, String> secrets;
    private final BiPredicate<HookRequest, String> hubspot;

    /**
     * The proofs of a connection.
     *
     * @param hubspot checks a request against HubSpot's client secret: what data cannot say
     */
    public Proofs(List<Proof> proofs, Map<String, String> secrets, BiPredicate<HookRequest, String> hubspot) {
        this.proofs = proofs;
        this.secrets = secrets;
        this.hubspot = hubspot;
    }

    public boolean hold(HookRequest request) {
        boolean hold = true;
        for (var name : secrets.keySet()) {
            var ways =
                    proofs.stream().filter(proof -> proof.secret().equals(name)).toList();
            // no short cut: how long it takes tells nothing
            hold &= ways.isEmpty()
                    || ways.stream().filter(way -> holds(way, request)).count() > 0;
        }
        return hold;
    }

    private boolean holds(Proof proof, HookRequest request) {
        var secret = Objects.requireNonNull(secrets.get(proof.secret()));
        return switch (proof.kind()) {
            case basic -> basic(proof, request, secret);
            case header -> header(proof, request, secret);
            case query -> {
                var given = request.query().path(String.valueOf(proof.name()));
                yield given.isTextual() && Keys.same(given.textValue(), secret);
            }
            case body -> {
                var given = inBody(proof, request);
                yield given.isValueNode() && !given.isNull() && Keys.same(given.asText(), secret);
            }
            case signature -> proof.recipe() != null && new RecipeCheck(proof.recipe()).holds(request, secret);
            case http_signature -> new HttpSignature(secret, secrets.get("key_id")).holds(request);
            case hubspot -> hubspot.test(request, secret);
        };
    }

    private boolean basic(Proof proof, HookRequest request, String password) {
        var header = request.header("authorization");
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        var user = proof.user() == null ? "" : secrets.getOrDefault(proof.user(), "");
        try {
            var given =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            return Keys.same(given, user + ":" + password);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static boolean header(Proof proof, HookRequest request, String secret) {
        var given = request.header(String.valueOf(proof.name()));
        return given != null && (Keys.same(given, secret) || Keys.same(given, "Bearer " + secret));
    }

    private static JsonNode inBody(Proof proof, HookRequest request) {
        try {
            var type = request.header("content-type");
            var tree = Wire.decode(request.body(), type == null ? "" : type, Json.nothing());
            return proof.at() == null ? Json.nothing() : proof.at().follow(tree);
        } catch (Undecodable unreadable) {
            return Json.nothing();
        }
    }
}
