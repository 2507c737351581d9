package dev.groundswell.access;

/** Fired inside the transaction that makes a workspace, for features to lay their foundations. */
public record WorkspaceCreated(String workspace) {}
