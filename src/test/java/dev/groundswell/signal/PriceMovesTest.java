package dev.groundswell.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** When a price gap has moved. */
class PriceMovesTest {

    private static final YearMonth PERIOD = YearMonth.of(2026, 10);
    private static final Window WINDOW = Window.of(PERIOD, PERIOD.minusMonths(6));
    private static final int SELLERS = 6;

    @Test
    void itMovesWhenTheMediansIntervalsPart() {
        var moved = new PriceMoves(WINDOW).of(book(gap -> 0.05 + gap / 100, gap -> 0.15 + gap / 100));
        assertThat(moved).containsOnlyKeys(Slice.WHOLE);
        var found = moved.get(Slice.WHOLE);
        assertThat(found.change()).isBetween(0.09, 0.11);
        assertThat(found.now().low()).isGreaterThan(found.before().high());
        assertThat(found.sellers()).isEqualTo(SELLERS);
        assertThat(found.moving()).isEqualTo(SELLERS);
        assertThat(found.series()).hasSize(7);
    }

    @Test
    void itDoesNotWhileTheyMeet() {
        assertThat(new PriceMoves(WINDOW).of(book(gap -> 0.05 + gap / 10, gap -> 0.07 + gap / 10)))
                .isEmpty();
    }

    @Test
    void oneSellersDealsMoveNothing() {
        var book = book(gap -> 0.05 + gap / 100, gap -> 0.05 + gap / 100);
        for (int i = 0; i < 200; i++) {
            book.add(Slice.WHOLE, place(PERIOD), 1, 0.5 + i / 1000.0);
        }
        assertThat(new PriceMoves(WINDOW).of(book)).isEmpty();
    }

    /** @param before the gap of a deal by a number from -1 to 1 */
    private static PriceBook book(GapOf before, GapOf now) {
        var book = new PriceBook();
        for (var month : WINDOW.months()) {
            for (int i = 0; i < 60; i++) {
                double spread = (i - 29.5) / 29.5;
                var gap = month.equals(PERIOD) ? now : before;
                book.add(Slice.WHOLE, place(month), 1 + i % SELLERS, gap.of(spread));
            }
        }
        return book;
    }

    private static int place(YearMonth month) {
        return WINDOW.months().indexOf(month);
    }

    private interface GapOf {
        double of(double spread);
    }
}
