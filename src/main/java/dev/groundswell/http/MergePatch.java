package dev.groundswell.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A body (RFC 7396) in which absent and null differ: {@code value} is the body as its type reads it, {@code tree} still
 * tells which fields were given.
 */
@JsonDeserialize(using = MergePatch.Reader.class)
public record MergePatch<T>(@Valid T value, ObjectNode tree) {

    /** True where the field was given, be it as null. */
    public boolean has(String field) {
        return tree.has(field);
    }

    static final class Reader extends JsonDeserializer<MergePatch<?>> implements ContextualDeserializer {

        private final @Nullable JavaType type;

        Reader() {
            this(null);
        }

        private Reader(@Nullable JavaType type) {
            this.type = type;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            var wrapper = property == null ? context.getContextualType() : property.getType();
            return new Reader(wrapper.containedType(0));
        }

        @Override
        public MergePatch<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var tree = context.readTree(parser);
            if (!(tree instanceof ObjectNode object)) {
                throw MismatchedInputException.from(parser, MergePatch.class, "not an object");
            }
            return new MergePatch<Object>(context.readTreeAsValue(object, type), object);
        }
    }
}
