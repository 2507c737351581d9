package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.testsupport.Alone;
import dev.groundswell.testsupport.Apart;
import dev.groundswell.testsupport.Database;
import dev.groundswell.testsupport.StatementLog;
import dev.groundswell.testsupport.TestClock;
import io.quarkus.arc.Arc;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every statement that the service sends obeys the rules of Citus, as far as a story of all operations and jobs comes. */
@Apart
@QuarkusTest
@TestProfile(CitusStatementTest.InPeace.class)
@QuarkusTestResource(value = StatementLog.class, restrictToAnnotatedClass = true)
class CitusStatementTest {

    public static final class InPeace extends Alone {}

    @Inject
    TestClock clock;

    @AfterEach
    void leave() {
        clock.bringBack();
    }

    @Test
    void everyStatementOfEveryOperationAndJobObeys() throws Exception {
        var told = EveryOperation.tell();
        assertThat(told.subList(1, told.size())).as("operations left out").isEmpty();
        wantADeal(told.get(0));
        clock.moveTo(
                LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY))); // when digests go out
        assertThat(runEveryJob()).as("jobs").isGreaterThan(8);

        var sent = StatementLog.read();
        var breaches = new TreeSet<String>();
        for (var statement : sent) {
            CitusRules.breaches(statement).forEach(breach -> breaches.add(breach + ": " + statement.text()));
        }
        assertThat(breaches).isEmpty();
        assertThat(tablesIn(sent)).containsAll(tables());
    }

    @Test
    void eachRuleIsNoticedWhereItIsBroken() throws SQLException {
        try (var connection = Database.connect("quarkus.datasource")) {
            connection.setAutoCommit(false);
            Database.enter(connection, "aaaaaaaa");
            for (var breach : List.of(
                    "select name as b from workspace",
                    "select state as b from rollup for update",
                    "update member set name = 'b' where id = 1",
                    "update member set workspace = 'aaaaaaaa' where workspace = 'aaaaaaaa'",
                    "insert into lease (workspace, work, holder, expires_at) values ('aaaaaaaa', 'b', 'b', '2026-01-01')"
                            + " on conflict (workspace, work) do update set expires_at = now()",
                    "with b as (insert into lease (workspace, work, holder, expires_at)"
                            + " values ('aaaaaaaa', 'b', 'c', '2026-01-01') on conflict (workspace, work)"
                            + " do update set holder = excluded.holder returning workspace)"
                            + " insert into dirty_day (workspace, day) select workspace, '2026-01-01' from b returning 1",
                    "insert into dirty_day (workspace, day) select 'aaaaaaaa', unnest(array['2026-01-01'::date])",
                    "select r.version as b from workspace w left join rollup r on r.workspace = w.workspace"
                            + " where w.workspace = 'aaaaaaaa'",
                    "with recursive b as ((select workspace from lease where workspace = 'aaaaaaaa' limit 1)"
                            + " union all select b.workspace from b where b.workspace is null) select * from b")) {
                Database.execute(connection, breach);
                // a statement is written down once the next one has taken its portal
                Database.execute(connection, "select 1");
                var sent = StatementLog.read().stream()
                        .filter(statement -> statement.text().equals(breach))
                        .toList();
                assertThat(sent).as(breach).hasSize(1);
                assertThat(CitusRules.breaches(sent.get(0))).as(breach).hasSize(1);
            }
            connection.rollback();
        }
    }

    /** As a webhook would that left out what trends need. */
    private static void wantADeal(String workspace) throws SQLException {
        try (var connection = Database.connect("quarkus.datasource")) {
            connection.setAutoCommit(false);
            Database.enter(connection, workspace);
            Database.execute(
                    connection,
                    "insert into enrichment (workspace, connection, external_id, not_before) "
                            + "select workspace, id, '1', '2020-01-01' from connection where workspace = '" + workspace
                            + "' order by id limit 1 returning 1");
            connection.commit();
        }
    }

    /** Now, whatever their time is. */
    private static long runEveryJob() throws ReflectiveOperationException {
        long run = 0;
        for (var bean : Arc.container().beanManager().getBeans(Object.class)) {
            var type = bean.getBeanClass();
            for (var method :
                    type.getName().startsWith("dev.groundswell.") ? type.getDeclaredMethods() : new Method[0]) {
                if (method.isAnnotationPresent(Scheduled.class)) {
                    method.setAccessible(true);
                    method.invoke(Arc.container().select(type).get());
                    run++;
                }
            }
        }
        return run;
    }

    private static List<String> tables() throws SQLException {
        try (var owner = Database.connect("quarkus.flyway")) {
            return Database.tables(owner);
        }
    }

    private static List<String> tablesIn(List<StatementLog.Statement> sent) {
        return sent.stream()
                .flatMap(statement -> statement.plan().findValuesAsText("Relation Name").stream())
                .distinct()
                .toList();
    }
}
