package dev.groundswell.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

/** Something that was said in confidence, as everybody may read it from now on. It never changes. */
@Entity
@Immutable
class Release {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    @PartitionKey
    String workspace;

    @Enumerated(EnumType.STRING)
    Kind kind;

    /** The first day on which what it holds was said. */
    LocalDate since;

    LocalDate until;

    @Column(name = "released_on")
    LocalDate releasedOn;

    String body;

    protected Release() {}

    Release(Kind kind, LocalDate since, LocalDate until, LocalDate releasedOn, String body) {
        this.kind = kind;
        this.since = since;
        this.until = until;
        this.releasedOn = releasedOn;
        this.body = body;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Release, Long> {

        List<Release> before(Kind kind, long id, int limit) {
            return find("kind = ?1 and id < ?2 order by id desc", kind, id)
                    .page(0, limit)
                    .list();
        }

        List<Release> since(Kind kind, LocalDate day) {
            return list("kind = ?1 and releasedOn >= ?2 order by id desc", kind, day);
        }

        Optional<Release> fieldViewUntil(LocalDate until) {
            return find("kind = ?1 and until <= ?2 order by until desc", Kind.field_view, until)
                    .firstResultOptional();
        }
    }
}
