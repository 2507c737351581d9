/**
 * What words mean in a workspace: reasons and their versioned taxonomy, products, segments, regions, competitors, sources,
 * and the aliases that turn raw text into them. Read through a {@link dev.groundswell.catalog.Glossary}.
 */
@org.jspecify.annotations.NullMarked
package dev.groundswell.catalog;
