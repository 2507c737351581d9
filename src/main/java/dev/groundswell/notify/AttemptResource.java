package dev.groundswell.notify;

import dev.groundswell.access.Permission;
import dev.groundswell.http.Cursors;
import dev.groundswell.http.Idempotency;
import dev.groundswell.http.Ids;
import dev.groundswell.http.Page;
import dev.groundswell.http.PageQuery;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What went out to a subscription, and what did not. */
@Path("/v1/subscriptions/{id}")
@Tag(name = "Subscriptions")
@PermissionsAllowed(Permission.MANAGE_SUBSCRIPTIONS)
class AttemptResource {

    private static final String LIST = "subscriptions.attempts";

    private final Subscription.Repository subscriptions;
    private final Outgoing.Repository outgoing;
    private final Outbox outbox;
    private final Cursors cursors;
    private final Idempotency idempotency;

    AttemptResource(
            Subscription.Repository subscriptions,
            Outgoing.Repository outgoing,
            Outbox outbox,
            Cursors cursors,
            Idempotency idempotency) {
        this.subscriptions = subscriptions;
        this.outgoing = outgoing;
        this.outbox = outbox;
        this.cursors = cursors;
        this.idempotency = idempotency;
    }

    @GET
    @Path("/attempts")
    @Transactional
    @Operation(
            operationId = "listSubscriptionAttempts",
            summary = "List what went out to a subscription, the latest first",
            description = "Without what was said. What has arrived is listed for 14 days, what was given up for 30.")
    public Page<SubscriptionBodies.Attempt> attempts(@PathParam("id") String id, @BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var rows = outgoing.before(
                find(id).id, position == null ? Long.MAX_VALUE : Long.parseLong(position.get(0)), page.limit() + 1);
        return Page.of(
                rows,
                page.limit(),
                SubscriptionBodies.Attempt::of,
                last -> cursors.after(LIST, String.valueOf(last.id)));
    }

    @POST
    @Path("/test")
    @Transactional
    @Operation(
            operationId = "testSubscription",
            summary = "Send a test event",
            description = "Through the queue that all events go through: the list of attempts tells what came of it.")
    @APIResponse(
            responseCode = "202",
            description = "The event, which is sent in a moment",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubscriptionBodies.Attempt.class)))
    public RestResponse<SubscriptionBodies.Attempt> test(@PathParam("id") String id) {
        var subscription = find(id);
        if (!subscription.isActive()) {
            throw ProblemException.of(ProblemType.conflict, "The subscription is off: turn it on first");
        }
        var done = idempotency.once(
                "",
                () -> {
                    var row = outbox.test(subscription);
                    return new Idempotency.Done<>(202, row.id, SubscriptionBodies.Attempt.of(row));
                },
                row -> outgoing.findByIdOptional(row)
                        .map(SubscriptionBodies.Attempt::of)
                        .orElseThrow(ProblemException::madeAndGone));
        return RestResponse.ResponseBuilder.<SubscriptionBodies.Attempt>create(done.status())
                .entity(done.body())
                .build();
    }

    private Subscription find(String id) {
        return subscriptions.findByIdOptional(Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }
}
