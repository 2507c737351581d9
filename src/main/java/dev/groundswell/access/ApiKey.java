package dev.groundswell.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A key of a member. Only its hash is kept; of a person's key not even the last use. */
@Entity
@Table(name = "api_key")
class ApiKey {

    /** As many can be live at a time, so that a new one can be rolled out before the old one goes. */
    static final int LIVE_AT_A_TIME = 2;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    @PartitionKey
    String workspace;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member")
    Member member;

    String handle;
    byte[] hash;
    String[] scopes;

    @Column(name = "created_on")
    LocalDate createdOn;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    @Column(name = "last_used_on")
    @Nullable
    LocalDate lastUsedOn;

    protected ApiKey() {}

    ApiKey(Member member, Credential credential, String[] scopes, LocalDate createdOn, @Nullable Instant expiresAt) {
        this.member = member;
        this.handle = credential.handle();
        this.hash = credential.hash();
        this.scopes = scopes;
        this.createdOn = createdOn;
        this.expiresAt = expiresAt;
    }

    /** How many live keys a member has. */
    record Live(Long member, Long keys) {}

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ApiKey, Long> {

        List<ApiKey> liveOf(long member, Instant now) {
            return list("""
                    member.id = :member and revokedAt is null and (expiresAt is null or expiresAt > :now)
                    order by id""", Map.of("member", member, "now", now));
        }

        /** How many live keys each of these members has; who has none is not in it. */
        Map<Long, Long> countLive(Collection<Long> members, Instant now) {
            return find("""
                            select k.member.id, count(*) from ApiKey k
                            where k.member.id in :members and k.revokedAt is null and (k.expiresAt is null or k.expiresAt > :now)
                            group by k.member.id""", Map.of("members", members, "now", now)).project(Live.class).stream()
                    .collect(Collectors.toMap(Live::member, Live::keys));
        }

        /** The live keys of integrations; persons' keys are theirs alone to see. */
        List<ApiKey> liveOfIntegrations(long after, int limit, Instant now) {
            return find("""
                            from ApiKey k join fetch k.member m
                            where m.role = :role and k.id > :after
                              and k.revokedAt is null and (k.expiresAt is null or k.expiresAt > :now)
                            order by k.id""", Map.of("role", Role.integration, "after", after, "now", now))
                    .page(0, limit)
                    .list();
        }
    }
}
