package dev.groundswell.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Somebody or something that may act in a workspace: a person, of whom no name is kept, or an integration. */
@Entity
class Member {

    /** Where a security identity keeps its {@link Identity}. */
    static final String ATTRIBUTE = "groundswell.member";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    String workspace;

    @Enumerated(EnumType.STRING)
    Role role;

    /** An integration's name; persons have none here. */
    @Nullable
    String name;

    @Column(updatable = false)
    byte @Nullable [] subject;

    @Column(name = "joined_on")
    LocalDate joinedOn;

    protected Member() {}

    Member(Role role, @Nullable String name, LocalDate joinedOn) {
        this.role = role;
        this.name = name;
        this.joinedOn = joinedOn;
    }

    /** What a credential has proved. */
    record Identity(String workspace, long id, Role role) {}

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Member, Long> {

        /** Held until the transaction ends: whoever makes or revokes keys of a member does it one after the other. */
        Optional<Member> hold(long id) {
            return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
        }

        List<Member> after(long id, int limit) {
            return find("id > ?1 order by id", id).page(0, limit).list();
        }
    }
}
