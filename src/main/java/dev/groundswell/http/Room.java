package dev.groundswell.http;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of long bodies are held at once, over all requests; short ones always find a place. */
final class Room {

    private final long size;
    private final int always;
    private final AtomicLong taken = new AtomicLong();

    /** @param always so many bytes a request has beside the room */
    Room(long size, int always) {
        this.size = size;
        this.always = always;
    }

    Share share() {
        return new Share();
    }

    /** What one request holds. It is used by one thread at a time. */
    final class Share {

        private long held;

        /** False where there is no room for so many more. */
        boolean grow(int bytes) {
            long before = Math.max(0, held - always);
            long after = Math.max(0, held + bytes - always);
            if (taken.addAndGet(after - before) > size && after > before) {
                taken.addAndGet(before - after);
                return false;
            }
            held += bytes;
            return true;
        }

        void giveBack() {
            taken.addAndGet(-Math.max(0, held - always));
            held = 0;
        }
    }
}
