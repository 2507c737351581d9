package dev.groundswell.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every comparison, whatever the sellers hear. */
class BroadTest {

    private static final YearMonth PERIOD = YearMonth.of(2026, 10);
    private static final Window WINDOW = Window.of(PERIOD, PERIOD.minusMonths(6));
    private static final Target PRICE = new Target(Target.Kind.reason, "price_level");
    private static final Target OTHER = new Target(Target.Kind.reason, "other");

    /** What one seller tells: losses for price and for something else, before and now. */
    record Told(int priceBefore, int otherBefore, int priceNow, int otherNow) {}

    @Provide
    static Arbitrary<List<Told>> sellers() {
        var few = Arbitraries.integers().between(0, 15);
        return Combinators.combine(few, few, few, few)
                .as(Told::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property(tries = 300)
    void countsAreThoseOfTheDeals(@ForAll("sellers") List<Told> sellers) {
        var comparison = Comparison.of(book(sellers), PRICE, List.of(PERIOD), WINDOW.baseline());
        assertThat(comparison.named())
                .isEqualTo(sellers.stream().mapToLong(Told::priceNow).sum());
        assertThat(comparison.dealsBefore())
                .isEqualTo(sellers.stream()
                        .mapToLong(told -> told.priceBefore() + told.otherBefore())
                        .sum());
        assertThat(comparison.moving()).isBetween(0L, comparison.sellers());
        assertThat(comparison.sellers()).isLessThanOrEqualTo(sellers.size());
    }

    /** Two reasons share all losses: what the one gains the other loses. */
    @Property(tries = 300)
    void aRiseOfOneIsTheFallOfTheOther(@ForAll("sellers") List<Told> sellers) {
        var book = book(sellers);
        var price = Comparison.of(book, PRICE, List.of(PERIOD), WINDOW.baseline());
        var other = Comparison.of(book, OTHER, List.of(PERIOD), WINDOW.baseline());
        assertThat(other.change()).isCloseTo(-price.change(), within(1e-9));
        assertThat(other.less()).isCloseTo(price.greater(), within(1e-9));
    }

    @Property(tries = 300)
    void noChangeIsBroadThatHangsOnOneSeller(@ForAll("sellers") List<Told> sellers) {
        var comparison = Comparison.of(book(sellers), PRICE, List.of(PERIOD), WINDOW.baseline());
        if (comparison.isBroad() && comparison.isRise()) {
            for (int i = 0; i < sellers.size(); i++) {
                var others = new ArrayList<>(sellers);
                others.remove(i);
                assertThat(Comparison.of(book(others), PRICE, List.of(PERIOD), WINDOW.baseline())
                                .isRise())
                        .isTrue();
            }
            assertThat(sellers.stream().filter(told -> told.priceNow() > 0)).hasSizeGreaterThanOrEqualTo(5);
        }
    }

    /** Who sold how much is nothing that anybody heard: twice the deals of one seller, and the change keeps its sign. */
    @Property(tries = 300)
    void whereEverySellerHearsTheSameShareNothingChanges(
            @ForAll("sellers") List<Told> sellers, @ForAll @IntRange(min = 1, max = 9) int busier) {
        var book = new Book(WINDOW.months());
        for (int i = 0; i < sellers.size(); i++) {
            var told = sellers.get(i);
            add(book, i, WINDOW.before().get(0), told.priceBefore(), told.otherBefore());
            add(book, i, PERIOD, told.priceBefore() * (i % busier + 1), told.otherBefore() * (i % busier + 1));
        }
        if (book.deals(List.of(PERIOD)) > 0) {
            var comparison = Comparison.of(book, PRICE, List.of(PERIOD), WINDOW.baseline());
            if (comparison.test() == Found.Test.cochran_mantel_haenszel) {
                assertThat(comparison.change()).isCloseTo(0, within(1e-9));
                assertThat(comparison.greater()).isGreaterThan(0.5);
                assertThat(comparison.less()).isGreaterThan(0.5);
            }
        }
    }

    private static Book book(List<Told> sellers) {
        var book = new Book(WINDOW.months());
        for (int i = 0; i < sellers.size(); i++) {
            add(
                    book,
                    i,
                    WINDOW.before().get(i % 6),
                    sellers.get(i).priceBefore(),
                    sellers.get(i).otherBefore());
            add(book, i, PERIOD, sellers.get(i).priceNow(), sellers.get(i).otherNow());
        }
        return book;
    }

    private static void add(Book book, int seller, YearMonth month, int price, int other) {
        int place = WINDOW.months().indexOf(month);
        book.add(seller + 1, place, List.of(PRICE), price);
        book.add(seller + 1, place, List.of(OTHER), other);
    }
}
