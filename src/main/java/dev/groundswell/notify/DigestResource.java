package dev.groundswell.notify;

import dev.groundswell.access.Permission;
import dev.groundswell.access.Zones;
import dev.groundswell.listening.Briefing;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The week in a page, for whoever would rather fetch it than have it sent. */
@Path("/v1/digest")
@Tag(name = "Digest")
public class DigestResource {

    private final Briefing briefing;
    private final Digests digests;
    private final Zones zones;

    DigestResource(Briefing briefing, Digests digests, Zones zones) {
        this.briefing = briefing;
        this.digests = digests;
        this.zones = zones;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Transactional
    @PermissionsAllowed(Permission.READ_RELEASES)
    @Operation(
            operationId = "getDigest",
            summary = "Read the digest of the last full week",
            description =
                    "The same that `digest.weekly` sends on Mondays: what surfaced and was told from Monday to Sunday, and which answers are owed today. "
                            + "As JSON, or as text for people where Accept asks for `text/plain`.")
    @APIResponse(
            responseCode = "200",
            description = "The digest",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Digest.class)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(type = SchemaType.STRING, maxLength = 1000000))
            })
    public RestResponse<Object> digest(@Context HttpHeaders headers) {
        var digest = lastWeek();
        return asksForText(headers)
                ? RestResponse.ResponseBuilder.<Object>ok(
                                DigestText.of(digests.json(digest)), MediaType.TEXT_PLAIN_TYPE)
                        .build()
                : RestResponse.ResponseBuilder.<Object>ok(digest, MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    /** The digest of the last full week. */
    @Transactional
    @PermissionsAllowed(Permission.READ_RELEASES)
    public Digest lastWeek() {
        var monday = Digests.lastWeek(zones.today());
        return Digest.of(briefing.read(monday, monday.plusDays(6)), zones.today());
    }

    private static boolean asksForText(HttpHeaders headers) {
        for (var accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (accepted.isCompatible(MediaType.TEXT_PLAIN_TYPE)) {
                return true;
            }
        }
        return false;
    }
}
