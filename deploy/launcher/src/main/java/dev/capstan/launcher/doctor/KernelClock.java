package dev.capstan.launcher.doctor;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * What the kernel knows about its clock, asked with {@code adjtimex(2)}, which any user may.
 *
 * @param isDisciplined whether a time service (NTP, PTP or the host of a virtual machine) keeps it right
 * @param maximumError how wrong it may be by the kernel's own reckoning
 */
record KernelClock(boolean isDisciplined, Duration maximumError) {

    /** Size of {@code struct timex} on 64-bit Linux, and where its field {@code maxerror} (microseconds) stands. */
    private static final long TIMEX_BYTES = 208;

    private static final long MAXIMUM_ERROR_AT = 24;

    /** The return value that means: nobody keeps this clock right. */
    private static final int TIME_ERROR = 5;

    @SuppressWarnings("restricted") // a call into libc; ./capstan allows it to the launcher
    static KernelClock read() {
        Linker linker = Linker.nativeLinker();
        MethodHandle adjtimex = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("adjtimex"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            // All zero: mode 0 reads and sets nothing.
            MemorySegment timex = arena.allocate(TIMEX_BYTES, Long.BYTES);
            int state = (int) adjtimex.invokeExact(timex);
            long microseconds = timex.get(ValueLayout.JAVA_LONG, MAXIMUM_ERROR_AT);
            return new KernelClock(state >= 0 && state != TIME_ERROR, Duration.of(microseconds, ChronoUnit.MICROS));
        } catch (Throwable e) {
            throw new IllegalStateException("adjtimex cannot be called", e);
        }
    }
}
