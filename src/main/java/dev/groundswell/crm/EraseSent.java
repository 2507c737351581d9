package dev.groundswell.crm;

import dev.groundswell.access.PersonErased;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;

/** Deletes what CRMs sent of an erased person, where it is still kept. */
@ApplicationScoped
class EraseSent {

    private final Connection.Repository connections;
    private final Deliveries deliveries;
    private final DealImport.Repository imports;
    private final ImportChunks chunks;

    EraseSent(
            Connection.Repository connections,
            Deliveries deliveries,
            DealImport.Repository imports,
            ImportChunks chunks) {
        this.connections = connections;
        this.deliveries = deliveries;
        this.imports = imports;
        this.chunks = chunks;
    }

    /** Before deals are gone through: what is folded just now has reached them by then, and what waits never will. */
    void erase(@Observes @Priority(1) PersonErased person) {
        connections.keepAll();
        Map<Long, Mention> mentions = connections.listAll().stream()
                .collect(Collectors.toMap(each -> each.id, each -> new Mention(person, each.source)));
        try {
            person.removed().add("deliveries", deliveries(mentions));
            person.removed().add("import_rows", rows(mentions));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private long deliveries(Map<Long, Mention> mentions) throws SQLException {
        long deleted = 0;
        var some = deliveries.after(0);
        while (!some.isEmpty()) {
            var about = some.stream()
                    .filter(each -> {
                        var mention = mentions.get(each.connection());
                        return mention != null && mention.in(each);
                    })
                    .map(Deliveries.Delivery::id)
                    .toList();
            deleted += deliveries.delete(about);
            some = deliveries.after(some.get(some.size() - 1).id());
        }
        return deleted;
    }

    private long rows(Map<Long, Mention> mentions) throws SQLException {
        long erased = 0;
        for (var job : imports.all()) {
            var mention = mentions.get(job.connection);
            if (mention != null) {
                erased += chunks.blank(job.id, mention::in) + chunks.forgetRefused(job.id, mention::in);
            }
        }
        return erased;
    }
}
