package dev.groundswell.listening;

import dev.groundswell.access.Permission;
import dev.groundswell.access.Zones;
import dev.groundswell.http.Cursors;
import dev.groundswell.http.Ids;
import dev.groundswell.http.Page;
import dev.groundswell.http.PageQuery;
import dev.groundswell.http.ProblemException;
import dev.groundswell.release.Answers;
import dev.groundswell.release.Concerns;
import dev.groundswell.release.ResponseView;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What has surfaced, and what leadership answers to it, in the open. */
@Path("/v1/concerns")
@Tag(name = "Concerns")
class SurfacedResource {

    private static final String LIST = "concerns";

    private final Concerns concerns;
    private final Answers answers;
    private final OpenRecords records;
    private final Answering answering;
    private final Cursors cursors;
    private final Zones zones;

    SurfacedResource(
            Concerns concerns,
            Answers answers,
            OpenRecords records,
            Answering answering,
            Cursors cursors,
            Zones zones) {
        this.concerns = concerns;
        this.answers = answers;
        this.records = records;
        this.answering = answering;
        this.cursors = cursors;
        this.zones = zones;
    }

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_RELEASES)
    @Operation(
            operationId = "listConcerns",
            summary = "List the concerns that have surfaced, the newest first",
            description =
                    "With what leadership answered, and what the open records say to it. Reps, leaders and admins read the same.")
    public Page<ConcernView> list(@BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var rows =
                concerns.before(position == null ? Long.MAX_VALUE : Long.parseLong(position.get(0)), page.limit() + 1);
        var today = zones.today();
        var said = records.about(rows);
        return Page.of(
                rows,
                page.limit(),
                concern -> ConcernView.of(concern, today, said.apply(concern)),
                last -> cursors.after(LIST, String.valueOf(last.id())));
    }

    @POST
    @Path("/{id}/responses")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @PermissionsAllowed(Permission.ANSWER_FIELD)
    @Operation(
            operationId = "respondToConcern",
            summary = "Answer a concern, for the whole workspace to read",
            description =
                    "Answers are only ever added. Whoever disputes says what that rests on: the field is right unless proved otherwise.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AnswerBodies.Body.class)))
    @APIResponse(
            responseCode = "201",
            description = "The answer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ResponseView.class)))
    public RestResponse<ResponseView> respond(@PathParam("id") String id, @NotNull @Valid AnswerBodies.Body body) {
        var concern = concerns.find(Ids.parse(id)).orElseThrow(ProblemException::notFound);
        return answering.take(
                body,
                "/v1/concerns",
                answer -> answers.add(concern.id(), answer, body.saysThanks(), zones.today()),
                concern::answers);
    }
}
