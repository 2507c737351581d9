package dev.groundswell.deal;

import java.sql.SQLException;

/** The store failed; whether it is unavailable or broken is for the problem mappers to tell. */
final class StoreException extends RuntimeException {

    StoreException(SQLException cause) {
        super(cause);
    }
}
