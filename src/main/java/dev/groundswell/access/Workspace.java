package dev.groundswell.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/** One company. Everything belongs to exactly one; its id is short and never changes. */
@Entity
public class Workspace {

    @Id
    @Column(name = "workspace")
    String id;

    String name;
    String zone;

    @Version
    int revision;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    protected Workspace() {}

    Workspace(String id, String name, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.zone = "Etc/UTC";
        this.createdAt = createdAt;
        this.revision = 1;
    }

    /** The zone in which a point in time becomes a local date. */
    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    /** The local day on which it was made. */
    public LocalDate createdOn() {
        return LocalDate.ofInstant(createdAt, zone());
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Workspace, String> {

        private final CurrentWorkspace current;

        Repository(CurrentWorkspace current) {
            this.current = current;
        }

        public Workspace current() {
            return Objects.requireNonNull(findById(current.id()), "the caller's workspace is there");
        }
    }
}
