package dev.groundswell.deal;

import dev.groundswell.access.CurrentWorkspace;
import dev.groundswell.access.Permission;
import dev.groundswell.catalog.Catalog;
import dev.groundswell.catalog.Folding;
import dev.groundswell.catalog.Meaning;
import dev.groundswell.http.Cursors;
import dev.groundswell.http.Page;
import dev.groundswell.http.PageQuery;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Raw reason texts that wait for a meaning, and what giving them one would do. */
@Path("/v1/aliases")
@Tag(name = "Aliases")
class UnmappedResource {

    private static final String LIST = "unmapped";

    private final UnmappedTexts texts;
    private final Suggestions suggestions;
    private final Catalog catalog;
    private final CurrentWorkspace workspace;
    private final Cursors cursors;

    UnmappedResource(
            UnmappedTexts texts,
            Suggestions suggestions,
            Catalog catalog,
            CurrentWorkspace workspace,
            Cursors cursors) {
        this.texts = texts;
        this.suggestions = suggestions;
        this.catalog = catalog;
        this.workspace = workspace;
        this.cursors = cursors;
    }

    @Schema(
            name = "UnmappedText",
            description = "A raw text that no alias knows",
            requiredProperties = {"text", "deals", "primary", "suggestions"})
    record View(
            @Schema(description = "One of its spellings", examples = "zu teuer für uns") @Size(max = 500)
            String text,

            @Schema(description = "Lost deals that say it", examples = "12", minimum = "0")
            long deals,

            @Schema(description = "Of how many of them it is the primary reason", examples = "9", minimum = "0")
            long primary,

            @Schema(description = "The last closing date among them", examples = "2026-11-20") @Nullable
            LocalDate lastClosedOn,

            @Schema(description = "The reasons that the text is most like, the likest first") @Size(max = 3)
            List<Suggestion> suggestions) {}

    @Schema(
            name = "AliasSuggestion",
            description = "A reason that a text may mean",
            requiredProperties = {"code", "label", "similarity"})
    record Suggestion(
            @Schema(description = "Code of the reason", examples = "price_level") @Size(max = 60)
            String code,

            @Schema(examples = "Price level") @Size(max = 200)
            String label,

            @Schema(
                    description = "Trigram similarity to the reason's label or to one of its built-in aliases, 0 to 1",
                    examples = "0.53",
                    minimum = "0",
                    maximum = "1")
            double similarity) {}

    @Schema(name = "AliasPreviewRequest", description = "The text to look at", requiredProperties = "text")
    record Preview(
            @Schema(description = "Case, accents, punctuation and spacing do not matter", examples = "zu teuer für uns")
            @NotNull
            @Size(min = 1, max = 500)
            @Pattern(regexp = DealFields.NAME, message = DealFields.NAME_MESSAGE)
            String text) {}

    @Schema(
            name = "AliasPreview",
            description = "What an alias of this text would touch",
            requiredProperties = {"deals", "primary"})
    record Effect(
            @Schema(
                    description = "Lost deals that say the text and would be read again",
                    examples = "12",
                    minimum = "0")
            long deals,

            @Schema(
                    description = "Of how many of them it is the primary reason, which trends count",
                    examples = "9",
                    minimum = "0")
            long primary,

            @Schema(
                    description = "Code of the reason that the text means now; absent while it is unmapped",
                    examples = "other")
            @Size(max = 60)
            @Nullable
            String current) {}

    @GET
    @Path("/unmapped")
    @Transactional
    @PermissionsAllowed(Permission.READ_CATALOG)
    @Operation(
            operationId = "listUnmappedTexts",
            summary = "List raw reason texts that no alias knows, the most frequent first",
            description = "Texts that differ only in case, accents, punctuation and spacing are one.")
    public Page<View> list(@BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var glossary = catalog.current();
        var rows = texts.most(
                workspace.id(),
                position == null ? Long.MAX_VALUE : Long.parseLong(position.get(0)),
                position == null ? "" : position.get(1),
                page.limit() + 1);
        return Page.of(
                rows,
                page.limit(),
                row -> new View(
                        row.text(),
                        row.deals(),
                        row.primary(),
                        row.lastClosedOn(),
                        suggestions.of(row.text(), glossary)),
                last -> cursors.after(LIST, String.valueOf(last.deals()), last.folded()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/preview")
    @Transactional
    @PermissionsAllowed(Permission.MANAGE_CATALOG)
    @Operation(
            operationId = "previewAlias",
            summary = "See what an alias of a raw reason text would touch",
            description = "Stores nothing.")
    public Effect preview(@NotNull @Valid Preview body) {
        var glossary = catalog.current();
        var saying = texts.saying(workspace.id(), Folding.fold(body.text()));
        var current = glossary.meaningOf(body.text()) instanceof Meaning.Mapped mapped
                ? glossary.reason(glossary.canonicalReason(mapped.reason())).code()
                : null;
        return new Effect(saying.deals(), saying.primary(), current);
    }
}
