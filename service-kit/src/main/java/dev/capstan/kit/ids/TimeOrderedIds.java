package dev.capstan.kit.ids;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDv7 whose 12 bits after the millisecond are a counter, so that ids of one process never sort backwards, not even when its clock is
 * set back; the remaining 62 bits are random, so that two processes never meet.
 */
final class TimeOrderedIds implements Ids {

    private static final int COUNTER_BITS = 12;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID next() {
        long now = clock.millis() << COUNTER_BITS;
        // More than 4096 ids in a millisecond run ahead into the next one.
        long tick = last.updateAndGet(previous -> Math.max(previous + 1, now));
        long high = ((tick >>> COUNTER_BITS) << 16) | VERSION_7 | (tick & 0xFFF);
        return new UUID(high, (random.nextLong() & VARIANT_MASK) | VARIANT);
    }
}
