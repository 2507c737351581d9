package dev.groundswell.field;

import dev.groundswell.access.Audit;
import dev.groundswell.access.CurrentCaller;
import dev.groundswell.access.Permission;
import dev.groundswell.access.Role;
import dev.groundswell.access.Zones;
import dev.groundswell.catalog.Folding;
import dev.groundswell.http.Cursors;
import dev.groundswell.http.Idempotency;
import dev.groundswell.http.Ids;
import dev.groundswell.http.Page;
import dev.groundswell.http.PageQuery;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import dev.groundswell.release.Releases;
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
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What leaders ask everybody, and what was answered: once, when the question has closed. */
@Path("/v1/questions")
@Tag(name = "Questions")
class QuestionResource {

    private static final String LIST = "questions";
    private static final int LEAST_DAYS = 3;
    private static final int MOST_DAYS = 60;

    private final Question.Repository questions;
    private final QuestionAnswer.Repository answers;
    private final Promise.Repository promises;
    private final Pseudonyms pseudonyms;
    private final Confided confided;
    private final Releases releases;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Idempotency idempotency;
    private final Cursors cursors;
    private final Zones zones;

    QuestionResource(
            Question.Repository questions,
            QuestionAnswer.Repository answers,
            Promise.Repository promises,
            Pseudonyms pseudonyms,
            Confided confided,
            Releases releases,
            CurrentCaller caller,
            Audit audit,
            Idempotency idempotency,
            Cursors cursors,
            Zones zones) {
        this.questions = questions;
        this.answers = answers;
        this.promises = promises;
        this.pseudonyms = pseudonyms;
        this.confided = confided;
        this.releases = releases;
        this.caller = caller;
        this.audit = audit;
        this.idempotency = idempotency;
        this.cursors = cursors;
        this.zones = zones;
    }

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_RELEASES)
    @Operation(
            operationId = "listQuestions",
            summary = "List what leaders have asked, the newest first",
            description =
                    "With the answers of those that are released, and for a rep whether they have answered the open "
                            + "ones.")
    public Page<QuestionBodies.View> list(@BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var rows =
                questions.before(position == null ? Long.MAX_VALUE : Long.parseLong(position.get(0)), page.limit() + 1);
        boolean isRep = caller.role() == Role.rep;
        var answered = isRep
                ? answers.answeredBy(
                        pseudonyms.ofCaller(),
                        rows.stream().map(question -> question.id).toList())
                : Set.<Long>of();
        return Page.of(
                rows,
                page.limit(),
                question -> view(question, isRep ? answered.contains(question.id) : null),
                last -> cursors.after(LIST, String.valueOf(last.id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @PermissionsAllowed(Permission.ANSWER_FIELD)
    @Operation(
            operationId = "askQuestion",
            summary = "Ask the field",
            description =
                    "Every rep can answer with one of the options until the last day. Then shares are told once, to everybody, by the rules that hold for "
                            + "everything that is said in confidence. One question is open at a time: two could be set against each other.")
    @RequestBody(content = @Content(schema = @Schema(implementation = QuestionBodies.Body.class)))
    @APIResponse(
            responseCode = "201",
            description = "The question",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = QuestionBodies.View.class)))
    public RestResponse<QuestionBodies.View> ask(@NotNull @Valid QuestionBodies.Body body) {
        var done = idempotency.once(
                body,
                () -> {
                    var question = keep(body);
                    return new Idempotency.Done<>(201, question.id, view(question, null));
                },
                id -> view(questions.findById(id), null));
        return RestResponse.ResponseBuilder.<QuestionBodies.View>create(done.status())
                .location(URI.create("/v1/questions"))
                .entity(done.body())
                .build();
    }

    @POST
    @Path("/{id}/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @PermissionsAllowed(Permission.SPEAK)
    @Operation(
            operationId = "answerQuestion",
            summary = "Answer in confidence",
            description = "Another answer takes the place of the one before, until the question closes.")
    @RequestBody(content = @Content(schema = @Schema(implementation = QuestionBodies.AnswerBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "What is promised",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = QuestionBodies.Receipt.class)))
    public RestResponse<QuestionBodies.Receipt> answer(
            @PathParam("id") String id, @NotNull @Valid QuestionBodies.AnswerBody body) {
        var question = questions.held(Ids.parse(id)).orElseThrow(ProblemException::notFound);
        var receipt = new QuestionBodies.Receipt(question.closesOn, question.k);
        var done = idempotency.onceInConfidence(
                body,
                () -> {
                    keep(question, body.option());
                    return receipt;
                },
                () -> receipt);
        return RestResponse.ResponseBuilder.<QuestionBodies.Receipt>create(done.status())
                .entity(done.body())
                .build();
    }

    private Question keep(QuestionBodies.Body body) {
        var today = zones.today();
        var options = body.options().stream().map(Folding::fold).collect(Collectors.toSet());
        if (options.size() < body.options().size()) {
            throw ProblemException.invalid("/options", "must differ from each other by more than case and punctuation");
        }
        if (options.contains("other") || options.contains("unknown")) {
            throw ProblemException.invalid(
                    "/options", "must not be \"other\" or \"unknown\": so is called what may not be told apart");
        }
        if (body.closesOn().isBefore(today.plusDays(LEAST_DAYS))
                || body.closesOn().isAfter(today.plusDays(MOST_DAYS))) {
            throw ProblemException.invalid(
                    "/closes_on", "must lie %d to %d days from now".formatted(LEAST_DAYS, MOST_DAYS));
        }
        if (questions.open().isPresent()) {
            throw ProblemException.of(ProblemType.conflict, "A question is open; ask the next one when it has closed");
        }
        var question =
                new Question(body.words(), List.copyOf(body.options()), today, body.closesOn(), promises.on(today).k);
        questions.persistAndFlush(question);
        audit.tell("question_asked", String.valueOf(question.id));
        return question;
    }

    private void keep(Question question, String option) {
        if (!question.takesAnswers(zones.today())) {
            throw ProblemException.of(ProblemType.conflict, "The question has closed");
        }
        if (!question.options.contains(option)) {
            throw ProblemException.invalid("/option", "is none of the question's options");
        }
        var me = pseudonyms.ofCaller();
        var choice = confided.lock(option);
        answers.of(question.id, me)
                .ifPresentOrElse(
                        before -> before.choice = choice,
                        () -> answers.persist(new QuestionAnswer(question.id, me, choice)));
    }

    private QuestionBodies.View view(Question question, @Nullable Boolean answered) {
        return QuestionBodies.View.of(
                question,
                question.state == Question.State.open ? answered : null,
                question.release == null ? null : releases.tallied(question.release));
    }
}
