package dev.capstan.bench.figures;

import java.util.concurrent.ConcurrentLinkedQueue;

/** Durations from many threads. */
public final class Durations {

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    public void add(long durationNanos) {
        nanos.add(durationNanos);
    }

    public Percentiles percentiles() {
        return Percentiles.ofNanos(nanos.stream().mapToLong(Long::longValue).toArray());
    }
}
