package dev.groundswell.endurance;

import dev.groundswell.notify.Receiver;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A running service, a company that uses it, and the ledger of what it was told. */
record Stage(Household household, Receiver receiver, Ledger ledger, Caller caller, Company company) {

    /** Once the service is ready. */
    static Stage set(Household household, Receiver receiver) throws Exception {
        household.awaitReady();
        var ledger = new Ledger();
        var caller = new Caller(household.port(), ledger);
        return new Stage(household, receiver, ledger, caller, Company.found(household, caller, receiver.url("/told")));
    }

    Crowd crowd(Pace pace, Random random) {
        var deals = new Deals(caller, company, ledger, random);
        var voices = new Voices(caller, company, ledger);
        return new Crowd(ledger)
                .with("losses", pace.losses, deals::log)
                .with("batches", pace.batches, deals::batch)
                .with("deliveries", pace.deliveries, deals::deliver)
                .with("reports", pace.reports, voices::report)
                .with("concerns", pace.concerns, voices::raiseAndAnswer)
                .with("readers", pace.reads, voices::read);
    }

    Stored stored() throws Exception {
        return new Stored(household.connect(), company.id());
    }

    /** A last start in the next quarter, in which everything that waits is due; then the ledger is held against what is there. */
    Outcome account() throws Exception {
        household.stopService();
        household.launchAgain();
        household.awaitReady();
        try (var stored = stored()) {
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
            while (stored.isWorkLeft(household.today()) && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            var lines = Accounting.of(ledger, caller, company, stored, Told.to(receiver));
            var never = new ArrayList<>(ledger.wrongAnswers);
            never.addAll(household.neverSaid());
            return new Outcome(lines, never);
        }
    }
}
