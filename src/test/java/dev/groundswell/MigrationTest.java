package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.testsupport.Database;
import dev.groundswell.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules that keep the schema running: on Citus, which distributes by workspace, and while a new version takes over. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MigrationTest {

    private static final String BREACHES = """
            with ours as (
                select c.oid, c.relname from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                  and c.relname <> 'flyway_schema_history'),
            workspace as (
                select o.oid, o.relname, a.attnum, a.attnotnull, a.atttypid
                from ours o left join pg_attribute a on a.attrelid = o.oid and a.attname = 'workspace')
            select w.relname || ': no workspace of type text that is never null' from workspace w
            where w.attnum is null or not w.attnotnull or w.atttypid <> 'text'::regtype
            union all
            select w.relname || ': no primary key' from workspace w
            where not exists (select from pg_index i where i.indrelid = w.oid and i.indisprimary)
            union all
            select w.relname || ': unique without the workspace: ' || i.indexrelid::regclass
            from workspace w join pg_index i on i.indrelid = w.oid
            where i.indisunique and not (w.attnum = any (i.indkey))
            union all
            select w.relname || ': a foreign key that may leave the workspace: ' || k.conname
            from workspace w
            join pg_constraint k on k.conrelid = w.oid and k.contype = 'f'
            join workspace f on f.oid = k.confrelid
            where not exists (
                select from unnest(k.conkey, k.confkey) as pair(here, there)
                where pair.here = w.attnum and pair.there = f.attnum)
            union all
            select w.relname || ': a trigger: ' || t.tgname
            from workspace w join pg_trigger t on t.tgrelid = w.oid where not t.tgisinternal
            union all
            select w.relname || ': neither a bigint nor random: id' from workspace w
            join pg_attribute a on a.attrelid = w.oid and a.attname = 'id' and a.atttypid not in ('bigint'::regtype, 'uuid'::regtype)""";

    /** There is no release yet: the first one begins with all of these. */
    private static final int FIRST_SCHEMA = 16;

    private static final Pattern TAKES_AWAY =
            Pattern.compile("^drop table|^alter table .*( drop column| rename | type )"
                    + "|set not null|add column (?!.* default ).* not null|^revoke");

    @Inject
    Flyway flyway;

    @TempDir
    Path migrations;

    @Test
    void everyTableCanBeDistributedByWorkspaceAndTheCheckNoticesWhereOneCannot() throws SQLException {
        try (var owner = connect()) {
            assertThat(breaches(owner)).isEmpty();
            owner.setAutoCommit(false);
            for (var breach : List.of(
                    "create table lonely (id bigint primary key)",
                    "create table loose (workspace text not null, id bigint)",
                    "create unique index on member (role, id)",
                    "create table across (workspace text not null primary key, id bigint not null, of text not null, "
                            + "foreign key (of) references workspace (workspace))",
                    "create table narrow (workspace text not null, id int, primary key (workspace, id))",
                    "create trigger busy before update on member for each row execute function suppress_redundant_updates_trigger()")) {
                try (var statement = owner.createStatement()) {
                    statement.execute(breach);
                }
                assertThat(breaches(owner)).as(breach).isNotEmpty();
                owner.rollback();
            }
        }
    }

    @Test
    void theScriptForCitusSpreadsEveryTableAndThoseThatOthersReferToFirst() throws Exception {
        var script = Files.readString(Path.of("deploy/postgres/citus.sql"));
        var spread = Pattern.compile("\\('(\\w+)'\\)")
                .matcher(script)
                .results()
                .map(name -> name.group(1))
                .toList();
        try (var owner = connect()) {
            assertThat(spread).containsExactlyInAnyOrderElementsOf(Database.tables(owner));
            for (var reference : Database.texts(owner, """
                    select conrelid::regclass || ' ' || confrelid::regclass from pg_constraint
                    where contype = 'f' and conrelid <> confrelid and conparentid = 0""")) {
                var tables = reference.split(" ");
                assertThat(spread.indexOf(tables[1])).as(reference).isLessThan(spread.indexOf(tables[0]));
            }
        }
    }

    /** Whoever asks for a table after a migration that waits for it waits as well: so it must not wait for long. */
    @Test
    void aMigrationThatFindsATableInUseGivesUpAndHoldsUpNobody() throws Exception {
        assertThat(flyway.getConfiguration().getInitSql()).isEqualTo("set lock_timeout = '5s'");
        Files.writeString(
                migrations.resolve("V1__planted.sql"), "alter table public.workspace add column planted int;");
        var impatient = Flyway.configure()
                .dataSource(flyway.getConfiguration().getDataSource())
                .initSql("set lock_timeout = '200ms'")
                .schemas("planted")
                .locations("filesystem:" + migrations)
                .load();
        try (var reader = Database.connect("quarkus.datasource");
                var owner = connect()) {
            reader.setAutoCommit(false);
            Database.count(reader, "select count(*) from workspace");

            assertThatThrownBy(impatient::migrate).hasMessageContaining("55P03");

            reader.rollback();
            assertThat(Database.texts(owner, "select attname from pg_attribute where attrelid = 'workspace'::regclass"))
                    .doesNotContain("planted");
        } finally {
            try (var owner = connect()) {
                Database.execute(owner, "drop schema if exists planted cascade");
            }
        }
    }

    /**
     * While a new version starts, the one before still runs on the new schema. What it reads stays, and what it does not know of may
     * be left out; the rest comes a release later.
     */
    @Test
    void migrationsLeaveWhatTheVersionBeforeReadsAndTheCheckNoticesWhereOneDoesNot() throws Exception {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (var file : files.toList()) {
                int version = Integer.parseInt(file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"));
                if (version > FIRST_SCHEMA) {
                    assertThat(takenAway(Files.readString(file)))
                            .as(file.toString())
                            .isEmpty();
                }
            }
        }
        for (var breach : List.of(
                "alter table deal drop column value;",
                "drop table deal;",
                "alter table deal rename column value to worth;",
                "alter table deal alter column value type text;",
                "alter table deal alter column value set not null;",
                "alter table deal add column more text not null;",
                "revoke select on deal from app;",
                "create index deal_more on deal (workspace, more);")) {
            assertThat(takenAway(breach)).as(breach).isNotEmpty();
        }
        assertThat(takenAway("create table fresh (workspace text); create index fresh_more on fresh (workspace);"
                        + "alter table deal add column more int not null default 0;"
                        + "create index concurrently deal_more on deal (workspace, more);"))
                .isEmpty();
    }

    private static List<String> takenAway(String migration) {
        var sql = migration.replaceAll("(?m)--.*$", "").toLowerCase(Locale.ROOT);
        var made = Pattern.compile("create table (\\w+)")
                .matcher(sql)
                .results()
                .map(table -> table.group(1))
                .toList();
        return Arrays.stream(sql.split(";"))
                .map(statement -> statement.strip().replaceAll("\\s+", " "))
                .filter(statement -> TAKES_AWAY.matcher(statement).find()
                        || locksOut(statement)
                                && made.stream().noneMatch(table -> statement.contains(" on " + table + " ")))
                .toList();
    }

    private static boolean locksOut(String statement) {
        return statement.matches("create (unique )?index (?!concurrently).*");
    }

    private static List<String> breaches(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(BREACHES)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static Connection connect() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }
}
