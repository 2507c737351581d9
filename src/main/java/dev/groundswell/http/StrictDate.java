package dev.groundswell.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A day as 2026-11-20 and in no other way: a time would be one in somebody's zone. */
final class StrictDate extends StdScalarDeserializer<LocalDate> {

    StrictDate() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw JsonMappingException.from(parser, "not text");
        }
        try {
            return LocalDate.parse(parser.getText());
        } catch (DateTimeException wrong) {
            throw context.weirdStringException(parser.getText(), LocalDate.class, "no day");
        }
    }
}
