package dev.groundswell.crm;

import com.fasterxml.jackson.core.type.TypeReference;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.groundswell.access.Audit;
import dev.groundswell.access.Permission;
import dev.groundswell.http.CsvCells;
import dev.groundswell.http.Cursors;
import dev.groundswell.http.Ids;
import dev.groundswell.http.MediaTypes;
import dev.groundswell.http.Page;
import dev.groundswell.http.PageQuery;
import dev.groundswell.http.ProblemException;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How far imports have come, and what they could not understand. */
@Path("/v1/imports")
@Tag(name = "Imports")
class ImportResource {

    private static final String LIST = "imports";

    private final DealImport.Repository imports;
    private final ImportChunks chunks;
    private final Cursors cursors;
    private final Audit audit;

    ImportResource(DealImport.Repository imports, ImportChunks chunks, Cursors cursors, Audit audit) {
        this.imports = imports;
        this.chunks = chunks;
        this.cursors = cursors;
        this.audit = audit;
    }

    @GET
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @Operation(
            operationId = "listImports",
            summary = "List imports, the latest first",
            description = "Each says how far it has come and what could not be used.")
    public Page<ImportView> list(
            @BeanParam @Valid PageQuery page,
            @Pattern(regexp = "[1-9][0-9]{0,17}", message = "must be the id of a connection")
                    @QueryParam("connection")
                    @Parameter(description = "Only those of this connection")
                    @Nullable
                    String connection) {
        var position = cursors.read(LIST, page.cursor);
        var rows = imports.before(
                position == null ? Long.MAX_VALUE : Long.parseLong(position.get(0)),
                connection == null ? null : Ids.parse(connection),
                page.limit() + 1);
        return Page.of(rows, page.limit(), ImportView::of, last -> cursors.after(LIST, String.valueOf(last.id)));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @Operation(
            operationId = "getImport",
            summary = "Read how far an import has come",
            description = "The counts grow until `state` is `done`.")
    public ImportView get(@PathParam("id") String id) {
        return ImportView.of(find(id));
    }

    @GET
    @Path("/{id}/rejected")
    @Produces(MediaTypes.CSV)
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @Operation(
            operationId = "getImportRejections",
            summary = "Get the rows that cannot be understood, each with its reason",
            description = "The first 10,000. Mend them, and import them again.")
    @APIResponse(
            responseCode = "200",
            description = "row, reason and detail, then the columns of the file",
            content =
                    @Content(
                            mediaType = MediaTypes.CSV,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 1073741824)))
    public String rejected(@PathParam("id") String id) throws SQLException {
        var job = find(id);
        var columns = Setup.parse(job.columns, new TypeReference<List<String>>() {});
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            var header = new ArrayList<>(List.of("row", "reason", "detail"));
            columns.stream().map(CsvCells::text).forEach(header::add);
            csv.writeRecord(header);
            for (var rejection : chunks.refused(job.id, 0, 10_000)) {
                csv.writeRecord(record(rejection, columns));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @Operation(
            operationId = "deleteImport",
            summary = "Stop an import, or forget it",
            description = "What was written stays.")
    @APIResponse(responseCode = "204", description = "Stopped, or forgotten")
    public void delete(@PathParam("id") String id) {
        var job = find(id);
        imports.delete(job);
        audit.tell("import_deleted", String.valueOf(job.id));
    }

    private DealImport find(String id) {
        return imports.findByIdOptional(Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    private static List<String> record(ImportChunks.Rejection rejection, List<String> columns) {
        var record = new ArrayList<>(List.of(String.valueOf(rejection.row()), rejection.reason(), rejection.detail()));
        if (rejection.body().isObject()) {
            columns.forEach(column -> {
                var cell = rejection.body().path(column);
                record.add(CsvCells.text(cell.isValueNode() ? cell.asText("") : cell.toString()));
            });
        } else {
            record.add(CsvCells.text(rejection.body().asText()));
        }
        return record;
    }
}
