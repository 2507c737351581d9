package dev.groundswell.pricing;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A statement that is put together from parts, each with what is bound to it. */
final class Parts {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** Text of ours, never the caller's, and what is bound to its question marks. */
    Parts add(String sql, Object... bound) {
        text.append(sql);
        values.addAll(Arrays.asList(bound));
        return this;
    }

    Parts add(Parts others) {
        text.append(others.text);
        values.addAll(others.values);
        return this;
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(text.toString());
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value instanceof Object[] several) {
                statement.setArray(i + 1, connection.createArrayOf(type(several), several));
            } else {
                statement.setObject(i + 1, value);
            }
        }
        return statement;
    }

    private static String type(Object[] several) {
        if (several instanceof Long[]) {
            return "bigint";
        }
        return several instanceof BigDecimal[] ? "numeric" : "text";
    }
}
