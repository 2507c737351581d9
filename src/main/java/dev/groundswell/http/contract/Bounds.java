package dev.groundswell.http.contract;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** No value of the contract is endless, so that clients can plan for it. What the code says itself holds; the rest is set here. */
final class Bounds {

    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_LIST = 1000;

    private Bounds() {}

    static void set(Schema schema) {
        if (is(schema, SchemaType.STRING) && schema.getMaxLength() == null && schema.getEnumeration() == null) {
            schema.setMaxLength(LONGEST_TEXT);
        }
        if (is(schema, SchemaType.ARRAY) && schema.getMaxItems() == null) {
            schema.setMaxItems(LONGEST_LIST);
        }
        if (is(schema, SchemaType.INTEGER)) {
            ofInteger(schema);
        }
        if (schema.getAdditionalPropertiesSchema() != null && schema.getMaxProperties() == null) {
            schema.setMaxProperties(LONGEST_LIST);
        }
    }

    /** Whole numbers count something here: none is negative. */
    private static void ofInteger(Schema schema) {
        if (schema.getFormat() == null) {
            schema.setFormat("int32");
        }
        if (schema.getMinimum() == null) {
            schema.setMinimum(BigDecimal.ZERO);
        }
        if (schema.getMaximum() == null) {
            boolean small = schema.getFormat().equals("int32");
            schema.setMaximum(BigDecimal.valueOf(small ? Integer.MAX_VALUE : Long.MAX_VALUE));
        }
    }

    private static boolean is(Schema schema, SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }
}
