package dev.groundswell.http.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** The chapters of the contract, in the order in which they are read. */
final class Tags {

    private static final Map<String, String> CHAPTERS = new LinkedHashMap<>();

    static {
        CHAPTERS.put("Losses", "Lost deals: logging and reading them");
        CHAPTERS.put("Deals", "Deals in any state, one by one or many at once; won deals make win rates possible");
        CHAPTERS.put("Trends", "How breakdowns of lost deals move over time");
        CHAPTERS.put(
                "Pricing",
                "What prices have to do with losses: gaps, discounts that would have won, claims that were checked");
        CHAPTERS.put("Signals", "What has really changed in the market: the same sellers hear it more often, or less");
        CHAPTERS.put("Field reports", "What reps say in confidence, and what became of it");
        CHAPTERS.put(
                "Concerns", "What weighs on the field: below the surface, and above it with what leadership answers");
        CHAPTERS.put("Questions", "What leaders ask the field, and what was answered");
        CHAPTERS.put("Listening", "How well leadership listens");
        CHAPTERS.put("Digest", "The week in a page");
        CHAPTERS.put("Releases", "What the field said, once enough people said it");
        CHAPTERS.put("Safety", "Who sees what of what is said in confidence, and when");
        CHAPTERS.put("Reasons", "The versioned taxonomy of reasons");
        CHAPTERS.put("Aliases", "What raw texts mean, and which of them wait for a meaning");
        CHAPTERS.put("Products", "What was offered");
        CHAPTERS.put("Segments", "Which kinds of buyers there are");
        CHAPTERS.put("Regions", "Where buyers are");
        CHAPTERS.put("Competitors", "Who else was asked");
        CHAPTERS.put("Sources", "Where deals come from");
        CHAPTERS.put("Exchange rates", "What other currencies are worth in the one that the workspace reports in");
        CHAPTERS.put("Connections", "CRMs hooked up to the workspace: webhooks, what they mean, and how they do");
        CHAPTERS.put("Deliveries", "Webhooks that were kept, and what became of them");
        CHAPTERS.put("Imports", "Files of exports on their way through a connection's mapping");
        CHAPTERS.put("Subscriptions", "Webhooks, Slack and Teams: who is told what happens, and how that goes");
        CHAPTERS.put("Workspace", "The caller's workspace");
        CHAPTERS.put("Session", "Signing in to the pages, and out");
        CHAPTERS.put("My keys", "A person's own keys, which nobody else ever sees");
        CHAPTERS.put("Keys", "Keys of integrations");
        CHAPTERS.put("Invites", "One-time ways in for people");
        CHAPTERS.put("Members", "Who may enter the workspace, without their names");
        CHAPTERS.put("Erasure", "What is done when a person asks to be forgotten");
        CHAPTERS.put("Audit", "What was done to the workspace's set-up");
    }

    private Tags() {}

    static void describe(OpenAPI contract) {
        contract.setTags(CHAPTERS.entrySet().stream()
                .map(chapter -> OASFactory.createTag().name(chapter.getKey()).description(chapter.getValue()))
                .toList());
    }
}
