package dev.groundswell.signal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers for the sellers of a scan, so that who sold a deal is looked up once a deal and not once a book. */
final class Sellers {

    /** Whoever is not known. */
    static final int NOBODY = 0;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** @param seller the pseudonym; null where nobody told who */
    int number(@Nullable String seller) {
        return seller == null ? NOBODY : numbers.computeIfAbsent(seller, none -> numbers.size() + 1);
    }
}
