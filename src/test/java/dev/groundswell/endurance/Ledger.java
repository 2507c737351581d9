package dev.groundswell.endurance;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What clients were told: what was acknowledged, and what they have read. It knows nothing of the service's own books. */
final class Ledger {

    /** Deals of which a write was acknowledged, with the day that they closed on, by source and id there. */
    final Map<Known, LocalDate> deals = new ConcurrentHashMap<>();

    final AtomicInteger deliveries = new AtomicInteger();
    final AtomicInteger reports = new AtomicInteger();
    final AtomicInteger acknowledgements = new AtomicInteger();

    /** The words of concerns that were let surface. */
    final Set<String> concerns = ConcurrentHashMap.newKeySet();

    /** The ids of what leadership has answered. */
    final Set<String> answers = ConcurrentHashMap.newKeySet();

    /** What was told of a period, as it was read first, by its id. */
    final Map<String, String> releases = new ConcurrentHashMap<>();

    /** What was read a second time and was no longer the same. */
    final Set<String> changedReleases = ConcurrentHashMap.newKeySet();

    /** Answers that no client should ever get: neither what was asked for nor "not now". */
    final Set<String> wrongAnswers = ConcurrentHashMap.newKeySet();

    /** A deal as its source knows it. */
    record Known(String source, String externalId) {}

    /** Told at once, as well: whoever gets such an answer may go on asking for long. */
    void wrong(String answer) {
        if (wrongAnswers.add(answer)) {
            System.out.println("MUST NEVER BE: " + answer);
        }
    }

    void deal(String source, String externalId, LocalDate closedOn) {
        deals.put(new Known(source, externalId), closedOn);
        acknowledgements.incrementAndGet();
    }

    void delivery(String source, String externalId, LocalDate closedOn) {
        deliveries.incrementAndGet();
        deal(source, externalId, closedOn);
    }

    void report() {
        reports.incrementAndGet();
        acknowledgements.incrementAndGet();
    }

    void concern(String words) {
        concerns.add(words);
        acknowledgements.incrementAndGet();
    }

    void answer(String id) {
        answers.add(id);
        acknowledgements.incrementAndGet();
    }

    void released(String id, String body) {
        var first = releases.putIfAbsent(id, body);
        if (first != null && !first.equals(body)) {
            changedReleases.add(id);
        }
    }
}
