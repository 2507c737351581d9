package dev.groundswell.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.catalog.Catalog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The signals of a workspace, within the caller's transaction. */
@ApplicationScoped
public class Signals {

    private final Signal.Repository signals;
    private final ScanRecord.Repository scans;
    private final Catalog catalog;
    private final ObjectMapper json;

    Signals(Signal.Repository signals, ScanRecord.Repository scans, Catalog catalog, ObjectMapper json) {
        this.signals = signals;
        this.scans = scans;
        this.catalog = catalog;
        this.json = json;
    }

    /**
     * A signal.
     *
     * @param key a code or a key; empty for price gaps
     * @param label what that is called now
     * @param group of a reason, or the group that it is about; else empty
     * @param dimension of the part of the market; empty for the whole of it
     * @param slice its key
     * @param sliceLabel what that is called now
     * @param isOpen false where it was cleared
     * @param period the month in which it was found
     * @param parts of the market in which it shows by itself
     */
    public record Known(
            long id,
            SignalKind kind,
            String key,
            String label,
            String group,
            String dimension,
            String slice,
            String sliceLabel,
            Whole whole,
            Direction direction,
            boolean isOpen,
            YearMonth period,
            LocalDate openedOn,
            @Nullable LocalDate clearedOn,
            String sentence,
            Found found,
            List<MarketPartView> parts) {}

    /** With smaller ids than this one, the newest first. */
    public List<Known> before(long id, @Nullable Boolean open, int limit) {
        var state = open == null ? null : open ? Signal.State.open : Signal.State.cleared;
        return known(signals.before(id, state, limit));
    }

    public Optional<Known> find(long id) {
        return signals.findByIdOptional(id).map(signal -> known(List.of(signal)).get(0));
    }

    public List<Known> open() {
        return known(signals.open());
    }

    /** Opened or cleared on this day or later. */
    public List<Known> movedSince(LocalDate day) {
        return known(signals.movedSince(day));
    }

    /** Opened on this day or later, whether cleared since or not. */
    public List<Known> openedSince(LocalDate day) {
        return known(signals.openedSince(day));
    }

    /**
     * What a scan was like.
     *
     * @param isQuiet true where most changes in the reasons of all lost deals would have been shown, and none was
     */
    public record Looked(YearMonth period, boolean isQuiet) {}

    /** The scan of a month; empty where there was none. */
    public Optional<Looked> looked(YearMonth period) {
        return scans.of(period.atDay(1)).map(scan -> new Looked(period, saidQuiet(scan)));
    }

    private boolean saidQuiet(ScanRecord scan) {
        try {
            return json.readValue(scan.said, Said.class).isQuiet();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a scan cannot be read", broken);
        }
    }

    private List<Known> known(List<Signal> rows) {
        var words = new Sentences(catalog.seen());
        return rows.stream().map(row -> known(row, words)).toList();
    }

    private Known known(Signal row, Sentences words) {
        var name = row.name();
        var found = read(row.found);
        var period = YearMonth.from(row.period);
        return new Known(
                Objects.requireNonNull(row.id),
                name.kind(),
                name.key(),
                words.label(name.kind(), name.key()),
                words.group(name.kind(), name.key()),
                name.slice().dimension(),
                name.slice().key(),
                words.label(name.slice()),
                name.whole(),
                name.direction(),
                row.state == Signal.State.open,
                period,
                row.openedOn,
                row.clearedOn,
                words.of(name, found, period),
                found,
                found.parts().stream()
                        .map(slice -> new MarketPartView(slice.dimension(), slice.key(), words.label(slice)))
                        .toList());
    }

    private Found read(String found) {
        try {
            return json.readValue(found, Found.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a signal cannot be read", broken);
        }
    }
}
