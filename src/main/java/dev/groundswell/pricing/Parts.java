package dev.groundswell.pricing;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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

    /** Takes a row whose first two columns were its place. */
    interface Taking {
        void take(Place place, ResultSet row) throws SQLException;
    }

    /** Reads groups, each of which begins with its bucket and its key. */
    void read(Connection connection, Taking taking) throws SQLException {
        try (var statement = prepare(connection);
                var row = statement.executeQuery()) {
            while (row.next()) {
                taking.take(new Place(row.getObject(1, LocalDate.class), row.getString(2)), row);
            }
        }
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
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
