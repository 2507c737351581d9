package dev.groundswell.listening;

import dev.groundswell.access.Permission;
import dev.groundswell.access.Zones;
import dev.groundswell.http.Cursors;
import dev.groundswell.http.Ids;
import dev.groundswell.http.Page;
import dev.groundswell.http.PageQuery;
import dev.groundswell.http.ProblemException;
import dev.groundswell.release.Answers;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What has really changed in the market, and what leadership answers to it. */
@Path("/v1/signals")
@Tag(name = "Signals")
class SignalResource {

    private static final String LIST = "signals";

    private final AnsweredSignals signals;
    private final Answers answers;
    private final Answering answering;
    private final Cursors cursors;
    private final Zones zones;

    SignalResource(AnsweredSignals signals, Answers answers, Answering answering, Cursors cursors, Zones zones) {
        this.signals = signals;
        this.answers = answers;
        this.answering = answering;
        this.cursors = cursors;
        this.zones = zones;
    }

    /** Whether it still holds. */
    @Schema(name = "SignalFilter")
    enum Holding {
        open,
        cleared
    }

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_TRENDS)
    @Operation(
            operationId = "listSignals",
            summary = "List the changes in the market, the newest first",
            description =
                    "Each is a sentence with its numbers. That there is none may also mean that there is not enough evidence: `/v1/signals/scan` says which.")
    public Page<SignalView> list(
            @QueryParam("state") @Parameter(description = "`open` holds the answered ones, too; absent: all") @Nullable
                    Holding state,
            @BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var rows = signals.before(
                position == null ? Long.MAX_VALUE : Long.parseLong(position.get(0)),
                state == null ? null : state == Holding.open,
                page.limit() + 1);
        return Page.of(
                rows,
                page.limit(),
                SignalView::of,
                last -> cursors.after(LIST, String.valueOf(last.signal().id())));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_TRENDS)
    @Operation(operationId = "getSignal", summary = "Read a change in the market")
    public SignalView get(@PathParam("id") String id) {
        return SignalView.of(find(id));
    }

    @POST
    @Path("/{id}/responses")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @PermissionsAllowed(Permission.ANSWER_FIELD)
    @Operation(
            operationId = "respondToSignal",
            summary = "Answer a signal, for the whole workspace to read",
            description = "Answers are only ever added, and whoever disputes says what that rests on.")
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
                "/v1/signals/" + id,
                answer -> answers.addToSignal(find(id).signal().id(), answer, body.saysThanks(), zones.today()),
                () -> find(id).answers());
    }

    private Answered find(String id) {
        return signals.find(Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }
}
