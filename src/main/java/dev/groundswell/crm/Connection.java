package dev.groundswell.crm;

import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.HookTokens;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One CRM, or one file of exports, hooked up to a workspace. */
@Entity
@DynamicUpdate // what the hook counts meanwhile is not overwritten
class Connection {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    @PartitionKey
    String workspace;

    String kind;
    String name;
    String source;

    @Nullable
    String account;

    @Nullable
    String currency;

    @Column(name = "called_url")
    @Nullable
    String calledUrl;

    String handle;
    byte[] hash;
    byte[] secrets;

    @Nullable
    String mapping;

    @Nullable
    String proofs;

    String stages;

    int strictest;
    long refused;

    @Column(name = "last_refused")
    @Nullable
    Instant lastRefused;

    @Version
    int revision;

    @Column(name = "created_at")
    Instant createdAt;

    protected Connection() {}

    Connection(String kind, String name, String source, HookTokens.Token token, byte[] secrets, Instant createdAt) {
        this.handle = token.handle();
        this.hash = token.hash();
        this.secrets = secrets;
        this.kind = kind;
        this.name = name;
        this.source = source;
        this.stages = "{}";
        this.createdAt = createdAt;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Connection, Long> {

        private final CurrentWorkspace workspace;

        Repository(CurrentWorkspace workspace) {
            this.workspace = workspace;
        }

        /**
         * Until the transaction ends, none of them is deleted; before anything else for whoever writes to what hangs on them. A
         * deletion takes a connection first, and what hangs on it then: two that came from both ends would wait for each other.
         */
        void keepAll() {
            ids("for key share");
        }

        /** The same for those alone that nobody is just deleting: who can do without the others waits for nothing. */
        List<Long> keepFree() {
            return ids("for key share skip locked");
        }

        private List<Long> ids(String lock) {
            return getEntityManager()
                    .unwrap(Session.class)
                    .createNativeQuery(
                            "select id from connection where workspace = :workspace order by id " + lock, Long.class)
                    .setParameter("workspace", workspace.id())
                    .list();
        }

        List<Connection> after(long id, int limit) {
            return find("id > ?1 order by id", id).page(0, limit).list();
        }
    }
}
