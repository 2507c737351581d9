package dev.groundswell.http;

/** Media types that Jakarta REST has no name for. */
public final class MediaTypes {

    public static final String PROBLEM = "application/problem+json";
    public static final String MERGE_PATCH = "application/merge-patch+json";
    public static final String NDJSON = "application/x-ndjson";
    public static final String CSV = "text/csv";

    private MediaTypes() {}
}
