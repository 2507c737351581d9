package dev.groundswell.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group as it is told.
 *
 * @param key what its voices have in common; {@code other} is what could not be told apart
 * @param share its part of the whole period, 0 to 1, to the hundredth: each person is one, spread over all that they said.
 *     Null where {@code atLeast} stands for it
 * @param atLeast 0.9 where nine tenths or more of the slice above are here; then nothing finer is told, and no sibling
 * @param parts finer groups; empty where there are none that may be told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Slice(
        String key, @Nullable Double share, @Nullable Double atLeast, List<Slice> parts) {}
