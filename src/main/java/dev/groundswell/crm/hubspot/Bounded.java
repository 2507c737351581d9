package dev.groundswell.crm.hubspot;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads an answer into memory, as long as it is no longer than it may be: whoever answers does not decide how much that is. */
final class Bounded implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
    private final int most;
    private @Nullable Subscription subscription;
    private long read;

    private Bounded(int most) {
        this.most = most;
    }

    /** Nothing is wrong with the line, so it is not tried again. */
    static final class TooLongException extends IllegalStateException {

        TooLongException(int most) {
            super("an answer is longer than " + most + " bytes");
        }
    }

    static BodyHandler<byte[]> to(int most) {
        return head -> new Bounded(most);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        whole.onSubscribe(begun);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        read += part.stream().mapToInt(ByteBuffer::remaining).sum();
        if (read <= most) {
            whole.onNext(part);
        } else if (subscription != null) {
            subscription.cancel();
            subscription = null;
            whole.onError(new TooLongException(most));
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.onError(failure);
    }

    @Override
    public void onComplete() {
        whole.onComplete();
    }
}
