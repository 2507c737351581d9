/** What a language model may ask: what the API answers, under the same permissions and behind the same walls. */
@org.jspecify.annotations.NullMarked
package dev.groundswell.mcp;
