package dev.groundswell.release;

import dev.groundswell.access.CurrentCaller;
import dev.groundswell.access.PersonErased;
import dev.groundswell.access.Role;
import dev.groundswell.access.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;

/** How many leaders or admins have read a release, and when the last of them began to. */
public record ReleaseReader(long release, Role role, long people, LocalDate lastOn) {

    /** Notes who reads what left the confidential plane: leaders and admins, once a release. Reps read unnoted. */
    @ApplicationScoped
    public static class Log {

        private final Session database;
        private final CurrentCaller caller;
        private final Zones zones;

        Log(Session database, CurrentCaller caller, Zones zones) {
            this.database = database;
            this.caller = caller;
            this.zones = zones;
        }

        void note(Collection<Release> releases) {
            var role = caller.role();
            if ((role != Role.leader && role != Role.admin) || releases.isEmpty()) {
                return;
            }
            database.createNativeMutationQuery("""
                            insert into release_reader (workspace, release, reader, role, read_on)
                            select :workspace, release, :reader, :role, :today from unnest(:releases) as release
                            on conflict do nothing""")
                    .setParameter("workspace", caller.workspace())
                    .setParameter(
                            "releases",
                            releases.stream().map(release -> release.id).toArray(Long[]::new))
                    .setParameter("reader", reader(caller.member()))
                    .setParameter("role", role.name())
                    .setParameter("today", zones.today())
                    .executeUpdate();
        }

        /** Forgets that an erased person read anything. */
        void erase(@Observes PersonErased person) {
            if (person.member() == null) {
                return;
            }
            database.createNativeMutationQuery(
                            "delete from release_reader where workspace = :workspace and reader = :reader")
                    .setParameter("workspace", caller.workspace())
                    .setParameter("reader", reader(person.member()))
                    .executeUpdate();
        }

        private byte[] reader(long member) {
            return caller.seal(
                    "release.reader", ByteBuffer.allocate(8).putLong(member).array());
        }

        /** Who has read the latest releases, the newest release first. */
        public List<ReleaseReader> latest(int limit) {
            return database.createNativeQuery("""
                            select release, role, count(*) as people, max(read_on) as last_on from release_reader
                            where workspace = :workspace group by release, role order by release desc, role""", Tuple.class)
                    .setParameter("workspace", caller.workspace())
                    .setMaxResults(limit)
                    .getResultStream()
                    .map(ReleaseReader::of)
                    .toList();
        }
    }

    private static ReleaseReader of(Tuple row) {
        return new ReleaseReader(
                row.get("release", Number.class).longValue(),
                Role.valueOf(row.get("role", String.class)),
                row.get("people", Number.class).longValue(),
                row.get("last_on", LocalDate.class));
    }
}
