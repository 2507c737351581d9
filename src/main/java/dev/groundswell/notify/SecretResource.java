package dev.groundswell.notify;

import dev.groundswell.access.Permission;
import dev.groundswell.http.Idempotency;
import dev.groundswell.http.Ids;
import dev.groundswell.http.ProblemException;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
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
import org.jspecify.annotations.Nullable;

/** What a webhook is signed with, made anew. */
@Path("/v1/subscriptions/{id}/renew_secret")
@Tag(name = "Subscriptions")
class SecretResource {

    private final Subscription.Repository subscriptions;
    private final SubscriptionEditing editing;
    private final Secrets secrets;
    private final Idempotency idempotency;

    SecretResource(
            Subscription.Repository subscriptions,
            SubscriptionEditing editing,
            Secrets secrets,
            Idempotency idempotency) {
        this.subscriptions = subscriptions;
        this.editing = editing;
        this.secrets = secrets;
        this.idempotency = idempotency;
    }

    @POST
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_SUBSCRIPTIONS)
    @Operation(
            operationId = "renewSubscriptionSecret",
            summary = "Make a new signing secret",
            description = "For 24 hours both secrets sign, so that the receiver can change over in peace.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription, with its new secret",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubscriptionBodies.View.class)))
    public RestResponse<SubscriptionBodies.View> renew(@PathParam("id") String id) {
        var subscription = subscriptions.findByIdOptional(Ids.parse(id)).orElseThrow(ProblemException::notFound);
        var done = idempotency.once(
                "",
                () -> new Idempotency.Done<>(200, subscription.id, view(subscription, editing.renew(subscription))),
                same -> view(subscription, null));
        return RestResponse.ok(done.body());
    }

    private SubscriptionBodies.View view(Subscription subscription, @Nullable SigningSecret secret) {
        return SubscriptionBodies.View.of(subscription, secrets.masked(subscription), secret);
    }
}
