package dev.groundswell.endurance;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A way in which the service or its database comes to a sudden end, and what has to be done afterwards: mostly nothing. */
enum Blow {
    /** kill -9 of the service, at some moment. It is started again, in the next quarter by its clock. */
    service {
        @Override
        void strike(Household household, Stored stored, Random random) throws Exception {
            atSomeMoment(random);
            household.killService();
            restart(household);
        }
    },
    /** kill -9 of PostgreSQL. The service starts it again. */
    server {
        @Override
        void strike(Household household, Stored stored, Random random) throws Exception {
            atSomeMoment(random);
            household.killServer();
        }
    },
    /** kill -9 of one session of PostgreSQL, upon which PostgreSQL ends all of them and recovers. */
    session {
        @Override
        void strike(Household household, Stored stored, Random random) throws Exception {
            atSomeMoment(random);
            ProcessHandle.of(stored.session()).ifPresent(ProcessHandle::destroyForcibly);
        }
    },
    /** Both at once. */
    both {
        @Override
        void strike(Household household, Stored stored, Random random) throws Exception {
            atSomeMoment(random);
            household.killServer();
            household.killService();
            restart(household);
        }
    },
    /** kill -9 of the service while it seals what was said in confidence. */
    service_while_sealing {
        @Override
        void strike(Household household, Stored stored, Random random) throws Exception {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!stored.isBeingSealed() && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(150));
            household.killService();
            restart(household);
        }
    };

    /** @param stored a connection of its own, while the database is up */
    abstract void strike(Household household, Stored stored, Random random) throws Exception;

    private static void atSomeMoment(Random random) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(500, 4_000));
    }

    private static void restart(Household household) throws Exception {
        household.turnTheQuarter();
        household.launch();
    }
}
