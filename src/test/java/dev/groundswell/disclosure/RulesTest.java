package dev.groundswell.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each rule is there for: without it something is told of few or of one, and the audit alone would notice. */
class RulesTest {

    @Test
    void fewAreMergedIntoOther() {
        var period = period(said(6, "price"), said(6, "product"), said(3, "trust"), said(3, "timing"));

        assertThat(keys(told(period, Rule.all()))).containsExactly("other", "price", "product");
        assertThat(keys(told(period, without(Rule.MERGE_THE_FEW)))).contains("trust");
        assertRefusedWithout(Rule.MERGE_THE_FEW, period, "a number speaks of fewer than k people");
    }

    @Test
    void otherIsFilledUp() {
        var period = period(said(6, "price"), said(7, "product"), said(2, "trust"));

        assertThat(keys(told(period, Rule.all()))).containsExactly("other", "product");
        assertThat(keys(told(period, without(Rule.FILL_THE_REST)))).containsExactly("other", "price", "product");
        assertRefusedWithout(Rule.FILL_THE_REST, period, "a number speaks of fewer than k people");
    }

    @Test
    void viewsThatCrossAreMadeCoarser() {
        var period = new ArrayList<Voice>();
        for (int person = 0; person < 20; person++) {
            // two of the ten who say price sell the suite, as eight of the others do
            boolean price = person < 10;
            boolean suite = person < 2 || person >= 12;
            period.add(Voice.of(
                    "p" + person,
                    Map.of("reason_group", price ? "price" : "product", "product", suite ? "suite" : "core")));
        }

        assertThat(told(period, Rule.all()).views()).isEmpty();
        assertThat(told(period, without(Rule.KEEP_CROSSINGS)).views()).containsKey("product");
        assertRefusedWithout(
                Rule.KEEP_CROSSINGS, period, "the people in the same groups of every view are fewer than k");
    }

    @Test
    void nobodyIsMoreThanHalfOfAGroup() {
        var period = new ArrayList<>(said(1, "price"));
        for (int person = 0; person < 10; person++) {
            // five of them say price once in twenty times
            for (int i = 0; i < 19; i++) {
                period.add(Voice.of("q" + person, Map.of("reason_group", "product")));
            }
            period.add(Voice.of("q" + person, Map.of("reason_group", person < 5 ? "price" : "product")));
        }

        // the one is 1, the five are 0.25 together: told as twice the five
        assertThat(share(told(period, Rule.all()), "price")).isEqualTo(0.05);
        assertThat(share(told(period, without(Rule.CAP_THE_LOUD)), "price")).isEqualTo(0.11);
        assertRefusedWithout(Rule.CAP_THE_LOUD, period, "one person is more than half of a number");
    }

    @Test
    void theUnanimousAreBlurred() {
        var period = period(said(95, "price"), said(5, "product"));

        assertThat(told(period, Rule.all()).slices()).containsExactly(new Slice("price", null, 0.9, List.of()));
        assertThat(share(told(period, without(Rule.BLUR_THE_UNANIMOUS)), "price"))
                .isEqualTo(0.95);
        assertRefusedWithout(Rule.BLUR_THE_UNANIMOUS, period, "nine of ten say one thing, and it is told how many");
    }

    /** All of the north say price: to whoever knows that somebody sells there, the region would tell it. */
    @Test
    void aMarketThatGivesItsPeopleAwayIsNotToldApart() {
        var period = new ArrayList<Voice>();
        for (int person = 0; person < 30; person++) {
            var region = person < 6 ? "north" : person % 2 == 0 ? "south" : "west";
            boolean price = person < 24;
            var reason = person < 12 ? "level" : "budget";
            period.add(Voice.of(
                    "p" + person,
                    Map.of(
                            "reason_group",
                            price ? "price" : "product",
                            "reason",
                            price ? reason : "gap",
                            "region",
                            region)));
        }

        assertThat(told(period, Rule.all()).toString()).contains("south").doesNotContain("north");
        assertThat(told(period, without(Rule.BLUR_THE_UNANIMOUS)).toString()).contains("north");
    }

    /** Whether one of them dissents would tell what he said, and what the others did. */
    @Test
    void nearlyAllIsToldAlikeWithAndWithoutDissent() {
        var all = told(said(20, "price"), Rule.all());
        var nearlyAll = told(period(said(19, "price"), said(1, "trust")), Rule.all());

        assertThat(all.slices())
                .isEqualTo(nearlyAll.slices())
                .containsExactly(new Slice("price", null, 0.9, List.of()));
    }

    @Test
    void ofFewNearlyAllCouldOnlyMeanAll() {
        assertThat(told(said(9, "price"), Rule.all()).slices()).isEmpty();
    }

    /** All who sell the suite say price: the CRM tells who they are. */
    @Test
    void aViewThatGivesItsPeopleAwayIsNotTold() {
        var period = new ArrayList<Voice>();
        for (int person = 0; person < 16; person++) {
            boolean price = person < 9;
            period.add(Voice.of(
                    "p" + person,
                    Map.of("reason_group", price ? "price" : "timing", "product", price ? "suite" : "core")));
        }

        assertThat(told(period, Rule.all()).views()).isEmpty();
        assertThat(told(period, without(Rule.BLUR_THE_UNANIMOUS)).views()).containsKey("product");
        assertRefusedWithout(
                Rule.BLUR_THE_UNANIMOUS, period, "nearly all of a market say one thing, and both are told");
    }

    /** The ends are of two people, and the middle of one. */
    @Test
    void quantilesAreOfKPeopleWithoutTheEnds() {
        var period = new ArrayList<>(measured(11));
        var ofOne = period.stream()
                .map(voice -> new Voice(
                        List.of("p0", "p10").contains(voice.speaker()) ? voice.speaker() : "one",
                        voice.says(),
                        voice.measures(),
                        null))
                .toList();

        var people = new ArrayList<>(ofOne);
        people.addAll(said(6, "price"));
        assertThat(told(people, Rule.all()).quantiles()).isEmpty();
    }

    @Test
    void quantilesAreCoarseAndNeedTenValues() {
        var nine = measured(9);
        var eleven = measured(11);

        assertThat(told(nine, Rule.all()).quantiles()).isEmpty();
        assertThat(told(eleven, Rule.all()).quantiles()).containsEntry("price_gap", new Quantiles(0.05, 0.1, 0.15));
        assertRefusedWithout(Rule.COARSEN_QUANTILES, nine, "quantiles of too few values or people");
    }

    @Test
    void wordsAreQuotedWhereTenPeopleLetTheirs() {
        var nine = quoted(9);

        assertThat(told(nine, Rule.all()).quotes()).isEmpty();
        assertThat(told(quoted(10), Rule.all()).quotes().get("price"))
                .hasSize(10)
                .contains("words 3");
        assertRefusedWithout(Rule.TEN_PEOPLE_TO_A_QUOTE, nine, "words of fewer than ten people");
    }

    @Test
    void aWorkspaceOfFourIsTooSmall() {
        assertThat(Seal.of(said(4, "price"), RandomVoices.terms(5), new Random(1)))
                .isInstanceOf(Seal.TooFew.class);
    }

    /** With the audit the rule's absence is noticed; nothing is told. */
    private static void assertRefusedWithout(Rule rule, List<Voice> period, String finding) {
        var rules = EnumSet.allOf(Rule.class);
        rules.remove(rule);
        assertThat(Seal.of(period, RandomVoices.terms(5, rules), new Random(1)))
                .isInstanceOfSatisfying(
                        Seal.Refused.class,
                        refused -> assertThat(refused.findings()).contains(finding));
    }

    private static EnumSet<Rule> without(Rule rule) {
        var rules = EnumSet.allOf(Rule.class);
        rules.remove(rule);
        rules.remove(Rule.AUDIT);
        return rules;
    }

    private static Picture told(List<Voice> period, Set<Rule> rules) {
        var seal = Seal.of(period, RandomVoices.terms(5, rules), new Random(1));
        assertThat(seal).isInstanceOf(Seal.Told.class);
        return ((Seal.Told) seal).picture().value();
    }

    private static List<String> keys(Picture picture) {
        return picture.slices().stream().map(Slice::key).sorted().toList();
    }

    private static Double share(Picture picture, String key) {
        return picture.slices().stream()
                .filter(slice -> slice.key().equals(key))
                .findFirst()
                .orElseThrow()
                .share();
    }

    @SafeVarargs
    private static List<Voice> period(List<Voice>... said) {
        var period = new ArrayList<Voice>();
        for (var each : said) {
            period.addAll(each);
        }
        return period;
    }

    /** As many people who all say it once. */
    private static List<Voice> said(int people, String group) {
        var voices = new ArrayList<Voice>();
        for (int person = 0; person < people; person++) {
            voices.add(Voice.of(group + person, Map.of("reason_group", group)));
        }
        return voices;
    }

    private static List<Voice> measured(int people) {
        var voices = new ArrayList<Voice>();
        for (int person = 0; person < people; person++) {
            voices.add(new Voice("p" + person, Map.of(), Map.of("price_gap", 0.02 * person), null));
        }
        return voices;
    }

    private static List<Voice> quoted(int people) {
        var voices = new ArrayList<>(said(30, "product"));
        for (int person = 0; person < people; person++) {
            voices.add(new Voice("p" + person, Map.of("reason_group", "price"), Map.of(), "words " + person));
        }
        return voices;
    }
}
