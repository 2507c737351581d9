package dev.groundswell.field;

import dev.groundswell.access.Permission;
import dev.groundswell.access.Zones;
import dev.groundswell.catalog.Catalog;
import dev.groundswell.http.Cursors;
import dev.groundswell.http.Idempotency;
import dev.groundswell.http.Page;
import dev.groundswell.http.PageQuery;
import dev.groundswell.http.Problem;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import dev.groundswell.release.Answers;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What reps say in confidence about losses. The only rows that are ever read back are the caller's own. */
@Path("/v1/field_reports")
@Tag(name = "Field reports")
@PermissionsAllowed(Permission.SPEAK)
class FieldReportResource {

    private static final String LIST = "field_reports";

    private final FieldReport.Repository reports;
    private final SealedPeriod.Repository periods;
    private final Promise.Repository promises;
    private final Pseudonyms pseudonyms;
    private final Accounts accounts;
    private final Answers answers;
    private final Catalog catalog;
    private final Idempotency idempotency;
    private final Cursors cursors;
    private final Zones zones;

    FieldReportResource(
            FieldReport.Repository reports,
            SealedPeriod.Repository periods,
            Promise.Repository promises,
            Pseudonyms pseudonyms,
            Accounts accounts,
            Answers answers,
            Catalog catalog,
            Idempotency idempotency,
            Cursors cursors,
            Zones zones) {
        this.reports = reports;
        this.periods = periods;
        this.promises = promises;
        this.pseudonyms = pseudonyms;
        this.accounts = accounts;
        this.answers = answers;
        this.catalog = catalog;
        this.idempotency = idempotency;
        this.cursors = cursors;
        this.zones = zones;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "reportFromTheField",
            summary = "Say in confidence why a deal was lost",
            description =
                    "Nobody sees it but you. When its period ends it is counted with what others said, in groups of at least k people, and never tells "
                            + "which deal, which day or who. It changes no deal. `GET /v1/safety` says who sees what, and when.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Account.class)))
    @APIResponse(
            responseCode = "201",
            description = "What is promised",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReceiptView.class)))
    public RestResponse<ReceiptView> report(@NotNull @Valid Account account) {
        var today = zones.today();
        var promise = promises.on(today);
        var receipt = ReceiptView.of(promise.period.of(today), promise.k);
        var done = idempotency.onceInConfidence(
                account,
                () -> {
                    check(account);
                    keep(account, today, promise);
                    return receipt;
                },
                () -> receipt);
        return RestResponse.ResponseBuilder.<ReceiptView>create(done.status())
                .entity(done.body())
                .build();
    }

    @GET
    @Path("/mine")
    @Transactional
    @Operation(
            operationId = "listMyFieldReports",
            summary = "List what became of what you said, the newest week first",
            description = "For the caller alone: each waits for its period to be sealed, was released among at least k "
                    + "people, or was discarded; with what leadership has answered.")
    public Page<FateView> mine(@BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var rows = reports.of(
                pseudonyms.ofCaller(),
                position == null ? LocalDate.of(9999, 1, 1) : LocalDate.parse(position.get(0)),
                position == null ? new UUID(0, 0) : UUID.fromString(position.get(1)),
                page.limit() + 1);
        var lastDays = periods.lastDays();
        var given = answers.to(rows.stream()
                .map(report -> report.release)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return Page.of(
                rows,
                page.limit(),
                report -> FateView.of(
                        report,
                        accounts.unlock(report.content),
                        report.sealsIn(lastDays) > 0,
                        report.release == null ? List.of() : given.getOrDefault(report.release, List.of())),
                last -> cursors.after(LIST, last.week.toString(), last.id.toString()));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "withdrawFieldReport",
            summary = "Take back what you said",
            description = "Until it is sealed; afterwards it is part of a sum that never changes, and 409 says so.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void withdraw(@PathParam("id") String id) {
        var report = reports.own(pseudonyms.ofCaller(), RandomIds.parse(id)).orElseThrow(ProblemException::notFound);
        if (report.state != FieldReport.State.waiting) {
            throw ProblemException.of(
                    ProblemType.conflict,
                    "It was sealed, and is part of a sum that never changes; or it was discarded");
        }
        reports.delete(report);
    }

    private void check(Account account) {
        var errors = new ArrayList<Problem.Place>();
        var glossary = catalog.current();
        for (int i = 0; i < account.reasons().size(); i++) {
            if (glossary.reasonByCode(account.reasons().get(i).code()) == null) {
                errors.add(new Problem.Place("/reasons/" + i + "/code", "is not a code of the taxonomy"));
            }
        }
        var quote = account.quote();
        if (quote != null && !Objects.equals(account.warned(), true)) {
            errors.addAll(Identifying.places("/note", quote));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.of(ProblemType.invalid, errors);
        }
    }

    private void keep(Account account, LocalDate today, Promise promise) {
        var named = account.deal();
        var deal = named == null ? null : pseudonyms.ofCallerAnd(named.source(), named.externalId());
        if (deal != null && reports.hasReported(deal)) {
            throw ProblemException.of(
                    ProblemType.conflict, "You have told of this deal already; take that back first, to tell it anew");
        }
        reports.persist(new FieldReport(
                pseudonyms.ofCaller(),
                today,
                promise.period.of(today),
                promise.k,
                deal,
                accounts.lock(account.withoutDeal())));
    }
}
