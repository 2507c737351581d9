package dev.groundswell.testsupport;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * For a test with resources of its own. Without a profile it would start anew in the class loader of those before it, where
 * Quarkus' static memory still holds their transactions. Each such test extends it: a profile that two share is one again.
 */
public abstract class Alone implements QuarkusTestProfile {}
