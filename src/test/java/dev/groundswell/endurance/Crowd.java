package dev.groundswell.endurance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Clients that use the service at the same time, each of them one request after the other, until they are told to stop. */
final class Crowd {

    private final List<Thread> members = new ArrayList<>();
    private final Ledger ledger;
    private volatile boolean over;

    Crowd(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What a client does again and again. */
    interface Habit {
        void act(int number) throws Exception;
    }

    /** @param pause between one time and the next, in milliseconds */
    Crowd with(String name, int pause, Habit habit) {
        return joinedBy(name, () -> {
            for (int number = 0; !over; number++) {
                habit.act(number);
                TimeUnit.MILLISECONDS.sleep(pause);
            }
        });
    }

    Crowd once(String name, Deed deed) {
        return joinedBy(name, deed);
    }

    /** What a client does once. */
    interface Deed {
        void act() throws Exception;
    }

    void start() {
        members.forEach(Thread::start);
    }

    /** Everybody finishes what they have begun: it is asked until it is acknowledged. */
    void stop() throws InterruptedException {
        over = true;
        for (var member : members) {
            member.join(TimeUnit.MINUTES.toMillis(10));
            if (member.isAlive()) {
                ledger.wrong(member.getName() + " got no answer in ten minutes");
            }
        }
    }

    private Crowd joinedBy(String name, Deed deed) {
        var member = new Thread(
                () -> {
                    try {
                        deed.act();
                    } catch (Exception | AssertionError broken) {
                        ledger.wrong(name + " stopped: " + broken);
                    }
                },
                name);
        member.setDaemon(true);
        members.add(member);
        return this;
    }
}
