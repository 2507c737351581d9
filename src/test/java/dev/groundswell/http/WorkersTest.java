package dev.groundswell.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {

    private static final int CONNECTIONS = 8;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(50);
    private final Workers workers = new Workers(threads, CONNECTIONS);
    private final CountDownLatch slowAnswer = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    @AfterEach
    void leave() {
        slowAnswer.countDown();
        threads.shutdown();
    }

    @Test
    void asManyWorkAsThereAreConnectionsLessAQuarterForHooks() throws Exception {
        ask(20);

        await().until(() -> begun.get() == 6);
        TimeUnit.MILLISECONDS.sleep(100);
        assertThat(begun).hasValue(6);
    }

    @Test
    void whoeverWaitsIsWorkedOnOnceSomebodyIsDone() {
        ask(20);

        slowAnswer.countDown();

        await().until(() -> ended.get() == 20);
    }

    @Test
    void questionsThatTakeLongKeepNoHookWaiting() throws Exception {
        ask(20);
        await().until(() -> begun.get() == 6);
        var taken = new CountDownLatch(1);

        workers.work(true, taken::countDown);

        assertThat(taken.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoFailsMakesRoomForTheNext() throws Exception {
        for (int i = 0; i < 20; i++) {
            workers.work(false, () -> {
                throw new IllegalStateException("planned");
            });
        }
        var taken = new CountDownLatch(1);

        workers.work(false, taken::countDown);

        assertThat(taken.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private void ask(int questions) {
        for (int i = 0; i < questions; i++) {
            workers.work(false, () -> {
                begun.incrementAndGet();
                try {
                    slowAnswer.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                ended.incrementAndGet();
            });
        }
    }
}
