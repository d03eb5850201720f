package dev.capstan.simulator.flow;

/** Numbers that look random and depend on nothing but a seed and an index; the same on every machine and with every Java. */
final class Dice {

    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed, long index) {
        this.state = mix(mix(seed + STRIDE) + index * STRIDE);
    }

    /** From 0 up to, but not, {@code bound}. */
    long below(long bound) {
        state += STRIDE;
        return Long.remainderUnsigned(mix(state), bound);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
