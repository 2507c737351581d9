package dev.groundswell.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MadeUpVoicesTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
    private static final int COLLEAGUES = 12;

    private final List<MadeUpDeal> deals = MadeUpDeals.until(LAST_DAY);
    private final List<MadeUpVoices.Report> reports = MadeUpVoices.of(deals, COLLEAGUES, LAST_DAY);

    @Test
    void theSameDealsMakeThemSayTheSame() {
        assertThat(MadeUpVoices.of(deals, COLLEAGUES, LAST_DAY)).isEqualTo(reports);
    }

    @Test
    void eachSpeaksAsOftenOfDealsThatWereLostLately() {
        var lately = deals.stream()
                .filter(deal -> deal.state().equals("lost") && deal.closedOn().isAfter(LAST_DAY.minusWeeks(8)))
                .map(MadeUpDeal::externalId)
                .toList();

        assertThat(reports.stream().collect(groupingBy(MadeUpVoices.Report::by, counting())))
                .hasSize(COLLEAGUES)
                .allSatisfy((colleague, said) -> assertThat(said).isEqualTo(MadeUpVoices.REPORTS_OF_EACH));
        assertThat(reports)
                .extracting(report -> report.account().deal().externalId())
                .doesNotHaveDuplicates()
                .isSubsetOf(lately);
    }

    @Test
    void everythingIsLabelled() {
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.account().note()).contains("made up for the demo"));
        assertThat(MadeUpVoices.CONCERNS)
                .allSatisfy(concern -> assertThat(concern.words()).contains("made up for the demo"));
    }
}
