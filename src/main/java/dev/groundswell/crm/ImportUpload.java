package dev.groundswell.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.access.Audit;
import dev.groundswell.http.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;

/** Keeps a file, chunk by chunk as it comes: it never stands in memory whole, and nothing is read before all of it is there. */
@ApplicationScoped
class ImportUpload {

    private static final int MOST_ROWS = 1_000_000;
    private static final int CHUNK_ROWS = 500;

    /** In characters. */
    private static final int CHUNK_LENGTH = 2_000_000;

    private final DealImport.Repository imports;
    private final Connection.Repository connections;
    private final ImportChunks chunks;
    private final Audit audit;
    private final Clock clock;

    ImportUpload(
            DealImport.Repository imports,
            Connection.Repository connections,
            ImportChunks chunks,
            Audit audit,
            Clock clock) {
        this.imports = imports;
        this.connections = connections;
        this.chunks = chunks;
        this.audit = audit;
        this.clock = clock;
    }

    DealImport keep(long connection, boolean dryRun, Instant asOf, InputStream file, String contentType)
            throws IOException {
        long id = QuarkusTransaction.requiringNew().call(() -> {
            if (connections.findById(connection) == null) {
                throw ProblemException.notFound();
            }
            var job = new DealImport(connection, dryRun, asOf, clock.instant());
            imports.persist(job);
            return job.id;
        });
        boolean kept = false;
        try {
            var rows = new ImportRows(file, contentType);
            long total = keepRows(id, rows);
            var job = QuarkusTransaction.requiringNew().call(() -> {
                var whole = imports.findByIdOptional(id).orElseThrow(ProblemException::notFound);
                whole.state = DealImport.State.waiting;
                whole.total = total;
                whole.columns = Setup.write(rows.columns());
                audit.tell("import_started", String.valueOf(id));
                return whole;
            });
            kept = true;
            return job;
        } finally {
            if (!kept) {
                QuarkusTransaction.requiringNew().run(() -> imports.deleteById(id));
            }
        }
    }

    private long keepRows(long id, ImportRows rows) {
        long total = 0;
        while (rows.hasNext()) {
            var chunk = new ArrayList<JsonNode>();
            long length = 0;
            while (rows.hasNext() && chunk.size() < CHUNK_ROWS && length < CHUNK_LENGTH) {
                var row = rows.next();
                length += row.toString().length();
                chunk.add(row);
            }
            long first = total + 1;
            total += chunk.size();
            if (total > MOST_ROWS) {
                throw ProblemException.invalid("", "has more than 1,000,000 rows: part it");
            }
            QuarkusTransaction.requiringNew().call(() -> {
                chunks.add(id, new ImportChunks.Chunk(first, chunk));
                return first;
            });
        }
        if (total == 0) {
            throw ProblemException.invalid("", "has no rows");
        }
        return total;
    }
}
