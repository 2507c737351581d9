package dev.groundswell.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** Words that may be quoted: in groups that are told apart, of ten people or more who let theirs be, in no order. */
final class Quotes {

    static final int LEAST_PEOPLE = 10;

    private final List<Voice> voices;
    private final Terms terms;
    private final Random random;

    Quotes(List<Voice> voices, Terms terms, Random random) {
        this.voices = voices;
        this.terms = terms;
        this.random = random;
    }

    Map<String, List<String>> in(List<Slice> groups) {
        var quotes = new TreeMap<String, List<String>>();
        for (var group : groups) {
            var quotable = voices.stream()
                    .filter(voice -> voice.quote() != null)
                    .filter(voice ->
                            group.key().equals(voice.says().get(terms.taxonomy().get(0))))
                    .toList();
            long people = quotable.stream().map(Voice::speaker).distinct().count();
            if (people >= (terms.hold(Rule.TEN_PEOPLE_TO_A_QUOTE) ? Math.max(LEAST_PEOPLE, terms.k()) : 1)) {
                quotes.put(group.key(), shuffled(quotable));
            }
        }
        return quotes;
    }

    private List<String> shuffled(List<Voice> quotable) {
        var words = new ArrayList<>(quotable.stream()
                .map(voice -> Objects.requireNonNull(voice.quote()))
                .toList());
        Collections.shuffle(words, random);
        return words;
    }
}
