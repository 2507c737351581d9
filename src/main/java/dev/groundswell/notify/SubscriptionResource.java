package dev.groundswell.notify;

import dev.groundswell.access.Permission;
import dev.groundswell.http.Cursors;
import dev.groundswell.http.Idempotency;
import dev.groundswell.http.Ids;
import dev.groundswell.http.MediaTypes;
import dev.groundswell.http.MergePatch;
import dev.groundswell.http.Page;
import dev.groundswell.http.PageQuery;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.Revisions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who is told what happens. */
@Path("/v1/subscriptions")
@Tag(name = "Subscriptions")
class SubscriptionResource {

    private static final String LIST = "subscriptions";

    private final Subscription.Repository subscriptions;
    private final SubscriptionEditing editing;
    private final Destinations destinations;
    private final Secrets secrets;
    private final Cursors cursors;
    private final Idempotency idempotency;

    SubscriptionResource(
            Subscription.Repository subscriptions,
            SubscriptionEditing editing,
            Destinations destinations,
            Secrets secrets,
            Cursors cursors,
            Idempotency idempotency) {
        this.subscriptions = subscriptions;
        this.editing = editing;
        this.destinations = destinations;
        this.secrets = secrets;
        this.cursors = cursors;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_SUBSCRIPTIONS)
    @Operation(
            operationId = "listSubscriptions",
            summary = "List who is told what happens",
            description = "In the order in which they were made. Secrets are not shown again, and of an address just "
                    + "scheme and host.")
    public Page<SubscriptionBodies.View> list(@BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var rows = subscriptions.after(position == null ? 0 : Long.parseLong(position.get(0)), page.limit() + 1);
        return Page.of(
                rows, page.limit(), row -> view(row, null), last -> cursors.after(LIST, String.valueOf(last.id)));
    }

    /** Where the address leads is looked up before the transaction begins. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.MANAGE_SUBSCRIPTIONS)
    @Operation(
            operationId = "createSubscription",
            summary = "Have events sent to a webhook, to Slack or to Teams",
            description =
                    "A webhook's `secret` is answered this once. What is sent tells only what everybody in the workspace may read. A repetition with the "
                            + "same Idempotency-Key answers the subscription without the secret.")
    @APIResponse(
            responseCode = "201",
            description = "The subscription, with its secret",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubscriptionBodies.View.class)))
    public RestResponse<SubscriptionBodies.View> create(@NotNull @Valid SubscriptionBodies.Create body) {
        var url = checked(body.url());
        var done = QuarkusTransaction.joiningExisting()
                .call(() -> idempotency.once(
                        body,
                        () -> {
                            var made = editing.create(body, url);
                            var secret = made.kind == Channel.webhook ? editing.renew(made) : null;
                            return new Idempotency.Done<>(201, made.id, view(made, secret));
                        },
                        id -> view(
                                subscriptions.findByIdOptional(id).orElseThrow(ProblemException::madeAndGone), null)));
        return RestResponse.ResponseBuilder.<SubscriptionBodies.View>created(
                        URI.create("/v1/subscriptions/" + done.result()))
                .entity(done.body())
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_SUBSCRIPTIONS)
    @Operation(
            operationId = "getSubscription",
            summary = "Read a subscription, and how it goes",
            description =
                    "`failures` and `failing_since` say whether it arrives. The ETag of the answer is what an edit "
                            + "sends as `If-Match`.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription, with an ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubscriptionBodies.View.class)))
    public RestResponse<SubscriptionBodies.View> get(@PathParam("id") String id) {
        return answer(find(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @PermissionsAllowed(Permission.MANAGE_SUBSCRIPTIONS)
    @Operation(
            operationId = "updateSubscription",
            summary = "Change a subscription, or turn it off and on",
            description = "What waits goes to the new address.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SubscriptionBodies.Update.class)))
    @APIResponse(
            responseCode = "200",
            description = "The subscription as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubscriptionBodies.View.class)))
    public RestResponse<SubscriptionBodies.View> update(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MergePatch<SubscriptionBodies.Update> body) {
        var url = body.value().url() == null ? null : checked(body.value().url());
        return QuarkusTransaction.joiningExisting().call(() -> {
            var subscription = find(id);
            Revisions.require(ifMatch, subscription.revision);
            editing.update(subscription, body, url);
            return answer(subscription);
        });
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_SUBSCRIPTIONS)
    @Operation(
            operationId = "deleteSubscription",
            summary = "Tell this receiver nothing more",
            description = "What waits for it goes, too.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("id") String id) {
        editing.delete(find(id));
    }

    private URI checked(String url) {
        try {
            return destinations.check(url);
        } catch (Destinations.RefusedException refused) {
            throw ProblemException.invalid("/url", String.valueOf(refused.getMessage()));
        }
    }

    private Subscription find(String id) {
        return subscriptions.findByIdOptional(Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    private RestResponse<SubscriptionBodies.View> answer(Subscription subscription) {
        return RestResponse.ResponseBuilder.ok(view(subscription, null))
                .header(HttpHeaders.ETAG, Revisions.etag(subscription.revision))
                .build();
    }

    private SubscriptionBodies.View view(Subscription subscription, @Nullable SigningSecret secret) {
        return SubscriptionBodies.View.of(subscription, secrets.masked(subscription), secret);
    }
}
