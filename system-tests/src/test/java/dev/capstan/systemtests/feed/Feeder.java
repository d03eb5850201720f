package dev.capstan.systemtests.feed;

import dev.capstan.systemtests.dsl.Capstan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The process that feeds, as its figures show it from outside. */
final class Feeder {

    private static final String NAME = "market-data-service";
    private static final long COLLECTION_LIMIT_SECONDS = 20;

    private final Capstan capstan;

    Feeder(Capstan capstan) {
        this.capstan = capstan;
    }

    /** Ticks that the venue has sent it. */
    long ticks() {
        return metric("capstan_feed_ticks_total");
    }

    /** Ticks that it has given up, because newer ones came. */
    long dropped() {
        return metric("capstan_feed_dropped_ticks_total");
    }

    /** Bytes of heap in use right after everything that nobody needs was thrown away. */
    long heapInUse() throws IOException, InterruptedException {
        collectGarbage();
        return metric("jvm_memory_used_bytes{area=\"heap\"");
    }

    private void collectGarbage() throws IOException, InterruptedException {
        long pid = Objects.requireNonNull(capstan.process(NAME).status().pid(), "the feed runs");
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!jcmd.waitFor(COLLECTION_LIMIT_SECONDS, TimeUnit.SECONDS) || jcmd.exitValue() != 0) {
            jcmd.destroyForcibly();
            throw new AssertionError("no garbage collection in " + NAME);
        }
    }

    /** The sum of all that begin so. */
    private long metric(String begin) {
        return capstan.trader()
                .at(capstan.url(NAME, 1))
                .get("/metrics")
                .expect(200)
                .body()
                .asString()
                .lines()
                .filter(line -> line.startsWith(begin))
                .mapToLong(line -> Math.round(Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))))
                .sum();
    }
}
