package dev.groundswell.listening;

import dev.groundswell.access.Permission;
import dev.groundswell.access.Zones;
import dev.groundswell.http.Ids;
import dev.groundswell.http.ProblemException;
import dev.groundswell.release.Answers;
import dev.groundswell.release.Given;
import dev.groundswell.release.Releases;
import dev.groundswell.release.ResponseView;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What leadership answers to what the field said in a period: whoever reported finds it beside the report. */
@Path("/v1/releases/{id}/responses")
@Tag(name = "Releases")
class ReleaseAnswerResource {

    private final Releases releases;
    private final Answers answers;
    private final Answering answering;
    private final Zones zones;

    ReleaseAnswerResource(Releases releases, Answers answers, Answering answering, Zones zones) {
        this.releases = releases;
        this.answers = answers;
        this.answering = answering;
        this.zones = zones;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @PermissionsAllowed(Permission.ANSWER_FIELD)
    @Operation(
            operationId = "respondToRelease",
            summary = "Answer what the field said in a period",
            description =
                    "For the whole workspace to read; whoever reported finds it beside the report. Answers are only ever added, and whoever disputes says what "
                            + "that rests on.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AnswerBodies.Body.class)))
    @APIResponse(
            responseCode = "201",
            description = "The answer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ResponseView.class)))
    public RestResponse<ResponseView> respond(@PathParam("id") String id, @NotNull @Valid AnswerBodies.Body body) {
        return answering.take(
                body,
                "/v1/releases/" + id,
                answer -> answers.add(find(id), answer, body.saysThanks(), zones.today()),
                () -> given(find(id)));
    }

    private List<Given> given(long release) {
        return answers.to(List.of(release)).getOrDefault(release, List.of());
    }

    private long find(String id) {
        long release = Ids.parse(id);
        if (releases.fieldView(release).isEmpty()) {
            throw ProblemException.notFound();
        }
        return release;
    }
}
