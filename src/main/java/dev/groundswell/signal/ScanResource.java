package dev.groundswell.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.access.Permission;
import dev.groundswell.catalog.Catalog;
import dev.groundswell.http.Idempotency;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was looked at, and of what there is too little to say anything. */
@Path("/v1/signals/scan")
@Tag(name = "Signals")
public class ScanResource {

    private final Scanning scanning;
    private final ScanRecord.Repository scans;
    private final Catalog catalog;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    ScanResource(
            Scanning scanning,
            ScanRecord.Repository scans,
            Catalog catalog,
            Idempotency idempotency,
            ObjectMapper json) {
        this.scanning = scanning;
        this.scans = scans;
        this.catalog = catalog;
        this.idempotency = idempotency;
        this.json = json;
    }

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_TRENDS)
    @Operation(
            operationId = "getSignalScan",
            summary = "Read what the latest scan says beside its signals",
            description =
                    "Each month is scanned once it has been over for two days; nothing was looked at before the first scan.")
    public ScanView get() {
        return scans.latest().map(this::view).orElseGet(() -> ScanView.none(scanning.lastMonth()));
    }

    @POST
    @PermissionsAllowed(Permission.READ_TRENDS)
    @Operation(
            operationId = "scanSignals",
            summary = "Scan the last month now",
            description =
                    "Looks again at the last month that has been over for two days: what was told of it late may have made a signal. It answers when "
                            + "the scan is done; 409 where one is under way.")
    public ScanView scan() {
        // the same again comes to the same, so that no connection is held for its key meanwhile
        scanning.scanNow();
        return idempotency
                .once("", () -> new Idempotency.Done<>(200, 0, latest()), same -> latest())
                .body();
    }

    private ScanView latest() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> view(scans.latest().orElseThrow()));
    }

    private ScanView view(ScanRecord scan) {
        try {
            return ScanView.of(scan, json.readValue(scan.said, Said.class), new Sentences(catalog.seen()));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a scan cannot be read", broken);
        }
    }
}
