package dev.groundswell.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Periods of workspaces that are all unlike: 3 to 500 people, who say little or much, alike or not. */
final class RandomVoices {

    static final List<String> TAXONOMY = List.of("reason_group", "reason");
    static final List<String> FURTHER = List.of("product", "segment", "competitor");

    private static final int MOST_PEOPLE = 500;

    private RandomVoices() {}

    /**
     * @param market how unlike the markets of two people are: at 1 everybody sells anywhere, at 0 in one region only
     */
    private record Company(long seed, int people, int most, double market, double skew) {}

    static Terms terms(int k) {
        return terms(k, Rule.all());
    }

    static Terms terms(int k, Set<Rule> rules) {
        return new Terms(k, TAXONOMY, "region", FURTHER, true, rules);
    }

    static Arbitrary<List<Voice>> periods() {
        return periods(MOST_PEOPLE);
    }

    static Arbitrary<List<Voice>> periods(int mostPeople) {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.integers().between(3, mostPeople),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0, 3))
                .as(Company::new)
                .map(RandomVoices::voices);
    }

    private static List<Voice> voices(Company company) {
        var random = new Random(company.seed());
        var voices = new ArrayList<Voice>();
        for (int person = 0; person < company.people(); person++) {
            int home = random.nextInt(5);
            int said = random.nextInt(company.most() + 1);
            for (int i = 0; i < said; i++) {
                voices.add(voice("p" + person, home, random, company));
            }
        }
        return voices;
    }

    private static Voice voice(String person, int home, Random random, Company company) {
        // the larger the skew, the more say the same
        int reason = (int) (12 * Math.pow(random.nextDouble(), 1 + company.skew()));
        var says = new HashMap<String, String>();
        says.put("reason", "reason" + reason);
        says.put("reason_group", "group" + reason / 3);
        boolean abroad = random.nextDouble() < company.market();
        says.put("region", "region" + (abroad ? random.nextInt(5) : home));
        says.put("product", "product" + (abroad ? random.nextInt(3) : home % 3));
        says.put("segment", "segment" + random.nextInt(2));
        if (random.nextInt(3) == 0) {
            says.put("competitor", "rival" + random.nextInt(8));
        }
        return new Voice(
                person,
                says,
                random.nextBoolean() ? Map.of("price_gap", random.nextGaussian() / 5) : Map.of(),
                random.nextInt(3) == 0 ? "words of " + person : null);
    }
}
