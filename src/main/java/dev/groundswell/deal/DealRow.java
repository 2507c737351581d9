package dev.groundswell.deal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.catalog.Dimension;
import dev.groundswell.catalog.Folding;
import dev.groundswell.catalog.Glossary;
import dev.groundswell.catalog.Meaning;
import dev.groundswell.http.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A deal's row: what was told, and what follows from it under one version of the catalog. Column names are these names
 * in snake case; the store and this record exchange it as JSON.
 *
 * @param retold true where an import, or a new reading of its stage or its texts, made it what it is counted by: no signal
 *     rests on such a deal
 */
record DealRow(
        @Nullable Long id,
        String source,
        String externalId,
        int revision,
        Told told,
        @Nullable State state,
        @Nullable LocalDate closedOn,
        boolean closedOnTold,
        boolean needsEnrichment,
        @Nullable Outcome outcome,
        @Nullable String owner,
        @Nullable BigDecimal valueAmount,
        @Nullable String valueCurrency,
        @Nullable Long product,
        @Nullable Long segment,
        @Nullable Long region,
        List<Long> competitors,
        @Nullable Long primaryReason,
        boolean primaryUnmapped,
        List<ReasonRow> reasons,
        List<String> reasonTexts,
        List<String> unmappedTexts,
        @Nullable String note,
        @Nullable BigDecimal listAmount,
        @Nullable String listCurrency,
        @Nullable BigDecimal quotedAmount,
        @Nullable String quotedCurrency,
        @Nullable BigDecimal competitorAmount,
        @Nullable String competitorCurrency,
        @Nullable BigDecimal wouldHaveWonAmount,
        @Nullable String wouldHaveWonCurrency,
        @Nullable BigDecimal discountAskedAmount,
        @Nullable String discountAskedCurrency,
        boolean retold) {

    /** The row of a deal of which nothing was known before this change. */
    static DealRow of(DealChange change, Glossary glossary, boolean retold) {
        return of(null, change.source(), change.externalId(), 1, Told.nothing().hear(change), glossary, retold);
    }

    /** This row once the change was heard, too; of the same revision where it told nothing new that holds. */
    DealRow hear(DealChange change, Glossary glossary, boolean retold, long now) {
        return with(told.asOf(now).hear(change), glossary, retold);
    }

    /** This row as the catalog reads it now. */
    DealRow reread(Glossary glossary) {
        return with(told, glossary, true);
    }

    /** This row in other words. */
    DealRow reworded(BiFunction<Field, JsonNode, JsonNode> words, Glossary glossary) {
        return with(told.reworded(words), glossary, retold);
    }

    /** The day on which trends count it; null where they do not. */
    @Nullable
    LocalDate countedOn() {
        return state != null && state.isClosed() ? closedOn : null;
    }

    private DealRow with(Told heard, Glossary glossary, boolean anew) {
        var next = of(id, source, externalId, revision, heard, glossary, retold);
        if (!isCountedAs(next)) {
            next = of(id, source, externalId, revision, heard, glossary, anew);
        }
        // a row of which nothing was told yet always becomes one of which something was
        if (revision > 0 && TellingJson.sameButForTelling(next, this)) {
            return next;
        }
        return of(id, source, externalId, revision + 1, heard, glossary, next.retold);
    }

    private boolean isCountedAs(DealRow other) {
        return state == other.state
                && outcome == other.outcome
                && Objects.equals(closedOn, other.closedOn)
                && Objects.equals(primaryReason, other.primaryReason)
                && competitors.equals(other.competitors)
                && Objects.equals(owner, other.owner)
                && Objects.equals(product, other.product)
                && Objects.equals(segment, other.segment)
                && Objects.equals(region, other.region)
                && isSame(quotedAmount, other.quotedAmount)
                && Objects.equals(quotedCurrency, other.quotedCurrency)
                && isSame(competitorAmount, other.competitorAmount)
                && Objects.equals(competitorCurrency, other.competitorCurrency);
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    private static DealRow of(
            @Nullable Long id,
            String source,
            String externalId,
            int revision,
            Told told,
            Glossary glossary,
            boolean retold) {
        var state = TellingJson.read(told.settled(Field.state), State.class);
        var closedOnTold = TellingJson.read(told.settled(Field.closed_on), LocalDate.class);
        var stateOn = TellingJson.read(told.settled(Field.state_on), LocalDate.class);
        var closedOn = closedOnTold == null && state != null && state.isClosed() ? stateOn : closedOnTold;

        var reasons = new ArrayList<ReasonRow>();
        @Nullable String impliedOutcome = null;
        for (var reason : TellingJson.readList(told.settled(Field.reasons), ReasonInput.class)) {
            var read = read(reason, glossary);
            if (reasons.isEmpty() && read.outcome() != null) {
                impliedOutcome = read.outcome();
            }
            reasons.add(read.row());
        }
        var outcome = TellingJson.read(told.settled(Field.outcome), Outcome.class);
        if (outcome == null && impliedOutcome != null) {
            outcome = Outcome.valueOf(impliedOutcome);
        }

        var amount = TellingJson.read(told.settled(Field.amount), BigDecimal.class);
        var currency = TellingJson.read(told.settledWith(Field.amount, Field.currency), String.class);
        var incomplete = closedOnTold == null || (amount != null && currency == null);
        var list = money(told, Field.price_list);
        var quoted = money(told, Field.price_quoted);
        var competitor = money(told, Field.price_competitor);
        var wouldHaveWon = money(told, Field.price_would_have_won);
        var discountAsked = money(told, Field.price_discount_asked);
        return new DealRow(
                id,
                source,
                externalId,
                revision,
                told,
                state,
                closedOn,
                closedOnTold != null,
                state == State.lost && incomplete,
                outcome,
                TellingJson.read(told.settled(Field.owner), String.class),
                currency == null ? null : amount,
                amount == null ? null : currency,
                market(told, Field.product, Dimension.product, glossary),
                market(told, Field.segment, Dimension.segment, glossary),
                market(told, Field.region, Dimension.region, glossary),
                competitors(told, glossary),
                reasons.isEmpty() ? null : reasons.get(0).reason(),
                !reasons.isEmpty() && reasons.get(0).isUnmapped(),
                List.copyOf(reasons),
                reasons.stream()
                        .map(ReasonRow::folded)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                reasons.stream()
                        .filter(ReasonRow::isUnmapped)
                        .map(ReasonRow::folded)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                TellingJson.read(told.settled(Field.note), String.class),
                amount(list),
                currency(list),
                amount(quoted),
                currency(quoted),
                amount(competitor),
                currency(competitor),
                amount(wouldHaveWon),
                currency(wouldHaveWon),
                amount(discountAsked),
                currency(discountAsked),
                retold);
    }

    private record Read(ReasonRow row, @Nullable String outcome) {}

    private static Read read(ReasonInput given, Glossary glossary) {
        @Nullable Long reason = given.code() == null ? null : glossary.reasonByCode(given.code());
        @Nullable String folded = null;
        @Nullable String outcome = null;
        if (given.text() != null) {
            folded = Folding.fold(given.text());
            if (glossary.meaningOf(given.text()) instanceof Meaning.Mapped mapped) {
                reason = mapped.reason();
                outcome = mapped.outcome();
            }
        }
        return new Read(
                new ReasonRow(reason, given.text(), folded, given.evidence(), given.strength(), given.note()), outcome);
    }

    private static @Nullable Long market(Told told, Field field, Dimension dimension, Glossary glossary) {
        var text = TellingJson.read(told.settled(field), String.class);
        return text == null ? null : glossary.marketValue(dimension, text);
    }

    /** Each once, in the order that they were named. */
    private static List<Long> competitors(Told told, Glossary glossary) {
        var ids = new LinkedHashSet<Long>();
        for (var name : TellingJson.readList(told.settled(Field.competitors), String.class)) {
            var id = glossary.marketValue(Dimension.competitor, name);
            if (id != null) {
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }

    private static @Nullable Money money(Told told, Field field) {
        JsonNode settled = told.settled(field);
        return TellingJson.read(settled, Money.class);
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.toDecimal();
    }

    private static @Nullable String currency(@Nullable Money money) {
        return money == null ? null : money.currency();
    }
}
