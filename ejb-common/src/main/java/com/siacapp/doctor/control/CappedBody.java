package com.siacapp.doctor.control;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The beginning of a body; the rest is not even received. */
final class CappedBody implements BodySubscriber<CappedBody.Read> {

    /** No document of the protocols comes near it. */
    static final int LONGEST = 64 * 1024;

    private final CompletableFuture<Read> read = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable Subscription subscription;

    @Override
    public CompletionStage<Read> getBody() {
        return read;
    }

    @Override
    public void onSubscribe(Subscription source) {
        subscription = source;
        source.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (var buffer : buffers) {
            var chunk = new byte[Math.min(buffer.remaining(), LONGEST - bytes.size())];
            var isCut = chunk.length < buffer.remaining();
            buffer.get(chunk);
            bytes.writeBytes(chunk);
            if (isCut) {
                stop();
                return;
            }
        }
    }

    private void stop() {
        if (subscription != null) {
            subscription.cancel();
        }
        read.complete(new Read(text(), true));
    }

    @Override
    public void onError(Throwable failure) {
        read.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        read.complete(new Read(text(), false));
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** What came of it. */
    record Read(String text, boolean isCut) {}
}
