package dev.groundswell.deal;

import dev.groundswell.catalog.Glossary;

/**
 * What became of a change.
 *
 * @param row the deal as it is now
 * @param created true where the deal was not known before
 * @param glossary the version of the catalog that the row was read by: it knows every id in it
 */
public record Written(long id, DealRow row, boolean created, Glossary glossary) {

    /** True where the source has left out what trends need: what became of the deal, when, or in which currency. */
    public boolean isIncomplete() {
        return row.state() == null
                || row.needsEnrichment()
                || (row.state() == State.lost && row.reasons().isEmpty());
    }

    /** 201 for a deal that was not known before, 200 for one that was. */
    int status() {
        return created ? 201 : 200;
    }
}
