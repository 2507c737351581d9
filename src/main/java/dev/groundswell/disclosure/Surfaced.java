package dev.groundswell.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words that have come to the surface.
 *
 * @param people that so many people say so, or more; null where the author alone has chosen to let them surface
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Surfaced(String topic, String words, @Nullable Integer people) {

    /** Once k people stand behind these very words. How many more there are is not told, then or later. */
    public static Optional<Disclosed<Surfaced>> among(String topic, String words, Collection<String> people, int k) {
        return Set.copyOf(people).size() >= Math.max(k, Terms.LEAST_K)
                ? Optional.of(new Disclosed<>(new Surfaced(topic, words, k)))
                : Optional.empty();
    }

    /** At once and unsigned, because the author wants it so. */
    public static Disclosed<Surfaced> byChoice(String topic, String words) {
        return new Disclosed<>(new Surfaced(topic, words, null));
    }
}
