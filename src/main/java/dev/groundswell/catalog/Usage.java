package dev.groundswell.catalog;

/** Asks those who keep deals whether something in the catalog is used: what is used is never deleted. */
public interface Usage {

    boolean usesReason(long id);

    boolean usesMarketValue(Dimension dimension, long id);
}
