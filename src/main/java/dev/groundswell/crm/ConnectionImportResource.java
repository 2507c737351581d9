package dev.groundswell.crm;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.groundswell.access.Permission;
import dev.groundswell.http.Ids;
import dev.groundswell.http.MediaTypes;
import dev.groundswell.http.PlausibleDate;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Files of exports, through a connection's own mapping, so that what was imported and what is sent meet on one deal. */
@Path("/v1/connections/{id}/imports")
@Tag(name = "Imports")
class ConnectionImportResource {

    private final ImportUpload upload;
    private final Clock clock;

    ConnectionImportResource(ImportUpload upload, Clock clock) {
        this.upload = upload;
        this.clock = clock;
    }

    @POST
    @Consumes({MediaTypes.CSV, MediaTypes.NDJSON})
    @PermissionsAllowed(Permission.MANAGE_CONNECTIONS)
    @Operation(
            operationId = "importDeals",
            summary = "Import a file of exports",
            description =
                    "CSV with a header (comma, semicolon or tab; UTF-8) or NDJSON, up to 1,000,000 rows. It is kept before it is answered, and "
                            + "read in the background; the same file again makes no duplicates. A blank cell clears, an absent column leaves.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaTypes.CSV,
                        schema = @Schema(type = SchemaType.STRING, maxLength = 1073741824)),
                @Content(
                        mediaType = MediaTypes.NDJSON,
                        schema = @Schema(type = SchemaType.STRING, maxLength = 1073741824))
            })
    @APIResponse(
            responseCode = "202",
            description = "The import, which waits to be read",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> importDeals(
            @PathParam("id") String connection,
            @QueryParam("dry_run") @Parameter(description = "true: count, and write nothing") @Nullable Boolean dryRun,
            @QueryParam("as_of")
                    @Parameter(description = "When the export was made; absent, or in the future: now")
                    @Nullable
                    @PlausibleDate
                    OffsetDateTime asOf,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable String contentType,
            InputStream file)
            throws IOException {
        if (contentType == null) {
            throw ProblemException.of(ProblemType.unsupported_media_type);
        }
        var now = clock.instant();
        var then = asOf == null || asOf.toInstant().isAfter(now) ? now : asOf.toInstant();
        try {
            var job = upload.keep(
                    Ids.parse(connection),
                    Boolean.TRUE.equals(dryRun),
                    then,
                    file,
                    contentType.toLowerCase(Locale.ROOT));
            return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, ImportView.of(job))
                    .location(URI.create("/v1/imports/" + job.id))
                    .build();
        } catch (CsvParseException unreadable) {
            throw ProblemException.invalid("", "is not a table that can be read");
        }
    }
}
