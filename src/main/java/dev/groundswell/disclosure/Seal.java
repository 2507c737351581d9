package dev.groundswell.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What came of sealing a period's voices. There are three ways: a picture that may be told, too few people for any, and a
 * picture that the audit has refused, of which nothing is told either.
 */
public sealed interface Seal {

    record Told(Disclosed<Picture> picture) implements Seal {}

    record TooFew() implements Seal {}

    /**
     * The audit has refused it.
     *
     * @param findings what it found, in words that name nobody
     */
    record Refused(List<String> findings) implements Seal {}

    /**
     * Seals voices under terms. The same voices give the same picture, in whatever order they come; only quotes are shuffled.
     *
     * @param random shuffles the quotes
     */
    static Seal of(List<Voice> list, Terms terms, Random random) {
        var voices = new Voices(list);
        if (voices.people(voices.all()) < terms.k()) {
            return new TooFew();
        }
        var picture = picture(list, voices, terms, random);
        var findings = terms.hold(Rule.AUDIT) ? new SealAudit(list, terms).findings(picture) : List.<String>of();
        return findings.isEmpty() ? new Told(new Disclosed<>(picture)) : new Refused(findings);
    }

    private static Picture picture(List<Voice> list, Voices voices, Terms terms, Random random) {
        var spine = new Spine(voices, terms).grow();
        var shares = new Shares(voices, terms);
        var slices = shares.of(spine.children());
        var views = new LinkedHashMap<String, List<Slice>>();
        new Views(voices, terms, spine).choose().forEach((view, nodes) -> views.put(view, shares.of(nodes)));
        return new Picture(
                terms.k(),
                voices.people(voices.all()),
                slices,
                views,
                terms.details() ? new Measures(list, terms).quantiles() : Map.of(),
                terms.details() ? new Quotes(list, terms, random).in(slices) : Map.of());
    }
}
