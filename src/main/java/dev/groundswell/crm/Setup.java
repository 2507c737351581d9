package dev.groundswell.crm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.groundswell.crm.mapping.Mapping;
import dev.groundswell.crm.mapping.MappingReader;
import dev.groundswell.crm.proof.HookRequest;
import dev.groundswell.crm.proof.Proof;
import dev.groundswell.crm.proof.Proofs;
import dev.groundswell.deal.State;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it works: what its kind says, and what the workspace says instead.
 *
 * @param secrets in plain text, by name: never logged, never answered
 */
@SuppressWarnings("ArrayRecordComponent") // compared with nothing
record Setup(
        long id,
        int revision,
        Kind kind,
        Adapter adapter,
        String source,
        @Nullable String account,
        @Nullable String currency,
        @Nullable String calledUrl,
        byte[] hash,
        Map<String, String> secrets,
        Mapping mapping,
        List<Proof> proofs,
        Map<String, State> stages,
        int strictest) {

    static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    static <T> T parse(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was stored can be read", impossible);
        }
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** True where the sender has proved to be who they should be, no more weakly than before. */
    boolean isProved(HookRequest request) {
        return new Proofs(proofs, secrets, (each, secret) -> adapter.strength(each, secret) >= Math.max(1, strictest))
                        .hold(request)
                && (account == null || adapter.isFrom(request.body(), account));
    }

    /** How strong the request's own signature is; 0 for kinds that have but one. */
    int strength(HookRequest request) {
        return proofs.stream()
                .filter(proof -> proof.kind() == Proof.Kind.hubspot && secrets.containsKey(proof.secret()))
                .mapToInt(proof -> adapter.strength(request, secrets.getOrDefault(proof.secret(), "")))
                .max()
                .orElse(0);
    }

    /** As it reads files: by the house's mapping, where its own knows no exports. */
    Setup forExports(Kind house) {
        return MappingReader.readsExports(mapping)
                ? this
                : new Setup(
                        id,
                        revision,
                        kind,
                        adapter,
                        source,
                        account,
                        currency,
                        calledUrl,
                        hash,
                        secrets,
                        house.mapping(),
                        proofs,
                        stages,
                        strictest);
    }

    MappingReader reader(ZoneId zone) {
        return new MappingReader(mapping, new MappingReader.Dialect(stages, currency, zone));
    }

    @Override
    public String toString() {
        return "Setup[" + kind.key() + " " + id + "]";
    }
}
