package dev.groundswell.field;

import dev.groundswell.access.Permission;
import dev.groundswell.access.Zones;
import dev.groundswell.disclosure.Surfaced;
import dev.groundswell.http.Cursors;
import dev.groundswell.http.Idempotency;
import dev.groundswell.http.Page;
import dev.groundswell.http.PageQuery;
import dev.groundswell.http.ProblemException;
import dev.groundswell.release.Releases;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What weighs on reps, below the surface: reps alone read and endorse it. */
@Path("/v1/concerns")
@Tag(name = "Concerns")
@PermissionsAllowed(Permission.SPEAK)
class ConcernResource {

    private static final String LIST = "concerns.open";

    private final Concern.Repository concerns;
    private final Endorsement.Repository endorsements;
    private final Promise.Repository promises;
    private final Pseudonyms pseudonyms;
    private final Confided confided;
    private final Releases releases;
    private final Idempotency idempotency;
    private final Cursors cursors;
    private final Zones zones;

    ConcernResource(
            Concern.Repository concerns,
            Endorsement.Repository endorsements,
            Promise.Repository promises,
            Pseudonyms pseudonyms,
            Confided confided,
            Releases releases,
            Idempotency idempotency,
            Cursors cursors,
            Zones zones) {
        this.concerns = concerns;
        this.endorsements = endorsements;
        this.promises = promises;
        this.pseudonyms = pseudonyms;
        this.confided = confided;
        this.releases = releases;
        this.idempotency = idempotency;
        this.cursors = cursors;
        this.zones = zones;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "raiseConcern",
            summary = "Say in confidence what weighs on you",
            description =
                    "Colleagues read it unsigned, and endorse its words. Once k people stand behind it, it surfaces with the batch of the next week: leaders "
                            + "read it then, and that k people or more say so.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ConcernBodies.Body.class)))
    @APIResponse(
            responseCode = "201",
            description = "What is promised",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConcernBodies.Receipt.class)))
    public RestResponse<ConcernBodies.Receipt> raise(@NotNull @Valid ConcernBodies.Body body) {
        if (!Objects.equals(body.warned(), true)) {
            Identifying.refuse("/words", body.words());
        }
        var today = zones.today();
        int k = promises.on(today).k;
        boolean now = Objects.equals(body.surfaceNow(), true);
        var receipt = new ConcernBodies.Receipt(now ? ConcernBodies.State.surfaced : ConcernBodies.State.open, k);
        var done = idempotency.onceInConfidence(
                body,
                () -> {
                    if (now) {
                        releases.surface(
                                Weeks.of(today),
                                today,
                                Surfaced.byChoice(body.topic().name(), body.words()));
                    } else {
                        keep(body, today, k);
                    }
                    return receipt;
                },
                () -> receipt);
        return RestResponse.ResponseBuilder.<ConcernBodies.Receipt>create(done.status())
                .entity(done.body())
                .build();
    }

    @GET
    @Path("/open")
    @Transactional
    @Operation(
            operationId = "listOpenConcerns",
            summary = "List what weighs on colleagues, the newest week first",
            description = "For reps alone: leaders and admins read what has surfaced.")
    public Page<ConcernBodies.Open> open(@BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var rows = concerns.before(
                position == null ? LocalDate.of(9999, 1, 1) : LocalDate.parse(position.get(0)),
                position == null ? new UUID(0, 0) : UUID.fromString(position.get(1)),
                page.limit() + 1);
        var mine = endorsements.by(
                pseudonyms.ofCaller(), rows.stream().map(concern -> concern.id).toList());
        return Page.of(
                rows,
                page.limit(),
                concern -> ConcernBodies.Open.of(concern, confided.unlock(concern.words), mine.contains(concern.id)),
                last -> cursors.after(LIST, last.week.toString(), last.id.toString()));
    }

    @POST
    @Path("/{id}/endorsements")
    @Transactional
    @Operation(
            operationId = "endorseConcern",
            summary = "Stand behind a concern's words",
            description = "As often as you like, it counts once. Nobody sees that you did, or how many have.")
    @APIResponse(responseCode = "204", description = "You stand behind it")
    public void endorse(@PathParam("id") String id) {
        var concern = held(id);
        var me = pseudonyms.ofCaller();
        if (!endorsements.has(concern.id, me)) {
            endorsements.persist(new Endorsement(concern.id, me, Weeks.of(zones.today())));
        }
    }

    @DELETE
    @Path("/{id}/endorsements")
    @Transactional
    @Operation(
            operationId = "withdrawEndorsement",
            summary = "No longer stand behind a concern's words",
            description = "Its author takes the concern back instead.")
    @APIResponse(responseCode = "204", description = "You no longer stand behind it")
    public void withdrawEndorsement(@PathParam("id") String id) {
        var concern = held(id);
        if (!isMine(concern)) {
            endorsements.takeBack(concern.id, pseudonyms.ofCaller());
        }
    }

    @POST
    @Path("/{id}/surface")
    @Transactional
    @Operation(
            operationId = "surfaceConcern",
            summary = "Let a concern of yours surface at once",
            description =
                    "Unsigned, on your word alone. Leaders may guess who wrote it: by its words, or by when. For its author alone; to everybody else "
                            + "it is not there.")
    @APIResponse(responseCode = "204", description = "It has surfaced")
    public void surface(@PathParam("id") String id) {
        var concern = mine(id);
        var today = zones.today();
        releases.surface(
                Weeks.of(today), today, Surfaced.byChoice(concern.topic.name(), confided.unlock(concern.words)));
        concerns.delete(concern);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "withdrawConcern",
            summary = "Take a concern of yours back",
            description = "Until it surfaces. For its author alone; to everybody else it is not there.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void withdraw(@PathParam("id") String id) {
        concerns.delete(mine(id));
    }

    private void keep(ConcernBodies.Body body, LocalDate today, int k) {
        var week = Weeks.of(today);
        var me = pseudonyms.ofCaller();
        var concern = new Concern(me, body.topic(), confided.lock(body.words()), week, k);
        concerns.persistAndFlush(concern);
        endorsements.persist(new Endorsement(concern.id, me, week));
    }

    private Concern mine(String id) {
        var concern = held(id);
        if (!isMine(concern)) {
            throw ProblemException.notFound();
        }
        return concern;
    }

    private boolean isMine(Concern concern) {
        return Arrays.equals(concern.author, pseudonyms.ofCaller());
    }

    private Concern held(String id) {
        return concerns.held(RandomIds.parse(id)).orElseThrow(ProblemException::notFound);
    }
}
