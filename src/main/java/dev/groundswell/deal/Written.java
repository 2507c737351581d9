package dev.groundswell.deal;

/**
 * What became of a change.
 *
 * @param row the deal as it is now
 * @param created true where the deal was not known before
 */
record Written(long id, DealRow row, boolean created) {

    /** 201 for a deal that was not known before, 200 for one that was. */
    int status() {
        return created ? 201 : 200;
    }
}
