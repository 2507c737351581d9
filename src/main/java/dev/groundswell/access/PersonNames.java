package dev.groundswell.access;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a person is called, to be found in free text however it is capitalised, composed or spaced. */
public final class PersonNames {

    private static final Pattern SPACES = Pattern.compile("(?U)\\s+");
    private static final Pattern NO_PLAIN_LETTERS = Pattern.compile("[^a-z0-9]+");

    private final List<String> names;

    public PersonNames(List<String> names) {
        this.names = names.stream().map(PersonNames::plain).toList();
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** True where the text holds one of the names. */
    public boolean in(String text) {
        var plain = plain(text);
        return names.stream().anyMatch(plain::contains);
    }

    /**
     * Of each name a part that every text holds, in lower case, that holds the name: letters a to z and digits, which every store
     * compares alike; empty where the name has none.
     */
    public List<String> traces() {
        return names.stream().map(PersonNames::trace).toList();
    }

    private static String trace(String name) {
        return NO_PLAIN_LETTERS
                .splitAsStream(name)
                .reduce("", (longest, next) -> next.length() > longest.length() ? next : longest);
    }

    private static String plain(String text) {
        var lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return SPACES.matcher(lower).replaceAll(" ");
    }
}
