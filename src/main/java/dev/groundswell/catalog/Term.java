package dev.groundswell.catalog;

/** A text that stands for a product, segment, region or competitor. */
public record Term(Dimension dimension, String text) {}
