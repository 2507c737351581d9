package dev.groundswell.access;

import static dev.groundswell.testsupport.Database.execute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.testsupport.Database;
import dev.groundswell.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A role for which row-level security would not hold is noticed at the start. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RoleCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create role sneaky superuser",
                "create role sneaky bypassrls",
                "create role sneaky; grant create on schema public to sneaky; set local role sneaky; create table public.own (a int); reset role",
                "create role sneaky; grant groundswell_owner to sneaky",
                "create role sneaky noinherit; grant groundswell_owner to sneaky",
                "create role mighty bypassrls; create role sneaky; grant mighty to sneaky"
            })
    void aRoleThatCouldStepOverTheWallIsNoticed(String making) throws SQLException {
        assertThat(isUnsafe(making)).isTrue();
    }

    @Test
    void aRoleThatOwnsNothingIsTaken() throws SQLException {
        assertThat(isUnsafe("create role sneaky")).isFalse();
    }

    private static boolean isUnsafe(String making) throws SQLException {
        try (Connection superuser = Database.superuser()) {
            superuser.setAutoCommit(false);
            try {
                execute(superuser, making);
                execute(superuser, "set local role sneaky");
                return RoleCheck.isUnsafe(superuser);
            } finally {
                superuser.rollback();
            }
        }
    }
}
