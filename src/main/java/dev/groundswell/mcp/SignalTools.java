package dev.groundswell.mcp;

import dev.groundswell.http.PageQuery;
import dev.groundswell.listening.SignalQuery;
import dev.groundswell.listening.SignalResource;
import dev.groundswell.signal.ScanResource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What has really changed in the market, and of what there is too little to say so. */
@ApplicationScoped
class SignalTools {

    private final Tools tools;
    private final SignalResource signals;
    private final ScanResource scan;

    SignalTools(Tools tools, SignalResource signals, ScanResource scan) {
        this.tools = tools;
        this.signals = signals;
        this.scan = scan;
    }

    void offer(@Observes StartupEvent starting) {
        tools.add(
                "signals",
                "What has changed in the market",
                "Changes that the same sellers notice, tested against chance and against everything else that was looked at, the newest "
                        + "first: a sentence, its numbers, how broad it is, and what leadership answered. That there is none may also mean that there "
                        + "is not enough evidence: `signal_scan` says which.",
                Inputs.of(SignalQuery.class, PageQuery.class),
                asked -> signals.list(asked.read(SignalQuery.class), asked.read(PageQuery.class)));
        tools.add(
                "signal_scan",
                "What was looked at, and of what there is too little",
                "What the latest scan of a month says beside its signals: how much was compared, of what there is not enough evidence (which is "
                        + "another answer than no change), and differences that may come from who sold.",
                Inputs.of(),
                asked -> scan.get());
    }
}
