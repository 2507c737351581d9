package dev.groundswell.endurance;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A way in which the service or its database comes to a sudden end. What follows it does by itself; who is dead is started again. */
enum Blow {
    /** kill -9 of the service, at some moment. */
    service {
        @Override
        void strike(Stage stage, Stored stored, Random random) throws Exception {
            atSomeMoment(stage, random);
            stage.household().killService();
            stage.household().launchAgain();
        }
    },
    /** kill -9 of PostgreSQL. */
    server {
        @Override
        void strike(Stage stage, Stored stored, Random random) throws Exception {
            atSomeMoment(stage, random);
            stage.household().killServer();
        }
    },
    /** kill -9 of one session of PostgreSQL, upon which PostgreSQL ends all of them and recovers. */
    session {
        @Override
        void strike(Stage stage, Stored stored, Random random) throws Exception {
            atSomeMoment(stage, random);
            ProcessHandle.of(stored.session()).ifPresent(ProcessHandle::destroyForcibly);
        }
    },
    /** Both at once. */
    both {
        @Override
        void strike(Stage stage, Stored stored, Random random) throws Exception {
            atSomeMoment(stage, random);
            stage.household().killServer();
            stage.household().killService();
            stage.household().launchAgain();
        }
    },
    /** kill -9 of the service while it seals what was said in confidence. */
    service_while_sealing {
        @Override
        void strike(Stage stage, Stored stored, Random random) throws Exception {
            atSomeMoment(stage, random);
            var household = stage.household();
            if (stored.isSealDue(household.today())) {
                killWhileSealing(household, stored, random);
                return;
            }
            household.stopService();
            household.launchAgain();
            household.awaitReady();
            try (var anew = stage.stored()) {
                killWhileSealing(household, anew, random);
            }
        }

        private void killWhileSealing(Household household, Stored stored, Random random) throws Exception {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!stored.isBeingSealed() && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(150));
            household.killService();
            household.launchAgain();
        }
    };

    private static final int FEW = 100;
    private static final int MANY = 1_500;

    /** @param stored a connection beside the service's, which holds as long as the database does */
    abstract void strike(Stage stage, Stored stored, Random random) throws Exception;

    /** After some more requests were answered, so that a slow machine is struck in the middle of work, too. */
    private static void atSomeMoment(Stage stage, Random random) throws InterruptedException {
        var acknowledged = stage.ledger().acknowledgements;
        int until = acknowledged.get() + random.nextInt(FEW, MANY);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (acknowledged.get() < until && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
