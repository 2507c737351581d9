/** The pages for people: static files, which call the public API and nothing else, and the headers that fence them in. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.web;
