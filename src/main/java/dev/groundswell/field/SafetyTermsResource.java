package dev.groundswell.field;

import dev.groundswell.access.Audit;
import dev.groundswell.access.Permission;
import dev.groundswell.access.Zones;
import dev.groundswell.catalog.Dimension;
import dev.groundswell.disclosure.Terms;
import dev.groundswell.http.Idempotency;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Announces other terms. They hold from the start of a later period on, and for nothing that was said before. */
@Path("/v1/safety/terms")
@Tag(name = "Safety")
class SafetyTermsResource {

    static final int NOTICE_DAYS = 14;

    private final Promise.Repository promises;
    private final Audit audit;
    private final Idempotency idempotency;
    private final Zones zones;

    SafetyTermsResource(Promise.Repository promises, Audit audit, Idempotency idempotency, Zones zones) {
        this.promises = promises;
        this.audit = audit;
        this.idempotency = idempotency;
        this.zones = zones;
    }

    @Schema(
            name = "SafetyTermsInput",
            description = "Other terms, for what is said after they begin",
            requiredProperties = {"k", "period", "market"})
    record Body(
            @Schema(description = "The people that everything that leaves is about, at least", examples = "5")
            @NotNull
            @Min(Terms.LEAST_K)
            @Max(100)
            Integer k,

            @Schema(description = "How long what is said is gathered") @NotNull
            PeriodLength period,

            @Schema(description = "By what reasons are parted once more") @NotNull
            Dimension market) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_ACCESS)
    @Operation(
            operationId = "announceSafetyTerms",
            summary = "Announce other terms under which people speak",
            description =
                    "They hold from the start of the first period that begins 14 days from now or later, and for nothing that was said before; until then "
                            + "everybody reads them under `GET /v1/safety`. What is announced is not taken back: announce again for a later period.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class)))
    @APIResponse(
            responseCode = "201",
            description = "The terms, and from when on they hold",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SafetyView.TermsView.class)))
    public RestResponse<SafetyView.TermsView> announce(@NotNull @Valid Body body) {
        var done = idempotency.once(
                body,
                () -> {
                    var announced = keep(body);
                    return new Idempotency.Done<>(
                            201, announced.validFrom.toEpochDay(), SafetyView.TermsView.of(announced));
                },
                day -> SafetyView.TermsView.of(promises.on(LocalDate.ofEpochDay(day))));
        return RestResponse.ResponseBuilder.<SafetyView.TermsView>create(done.status())
                .location(URI.create("/v1/safety"))
                .entity(done.body())
                .build();
    }

    private Promise keep(Body body) {
        var today = zones.today();
        var earliest = today.plusDays(NOTICE_DAYS);
        var validFrom = firstStart(earliest, promises.on(earliest).period, body.period());
        if (promises.isAnnouncedFrom(validFrom)) {
            throw ProblemException.of(
                    ProblemType.conflict, "Terms that hold from " + validFrom + " or later on are announced already");
        }
        var announced = new Promise(validFrom, body.k(), body.period(), body.market(), today);
        promises.persist(announced);
        audit.tell("safety_terms_announced", validFrom.toString());
        return announced;
    }

    /** The first day, from this one on, on which a period of both lengths begins, so that none is cut. */
    private static LocalDate firstStart(LocalDate earliest, PeriodLength now, PeriodLength then) {
        var length = now == PeriodLength.quarter ? now : then;
        var period = length.of(earliest);
        return period.since().equals(earliest) ? earliest : period.until().plusDays(1);
    }
}
