package dev.capstan.bench.gateway;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.process.Ports;
import dev.capstan.launcher.process.ProcessIdentity;
import dev.capstan.launcher.process.Signal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The gateway library alone, in a process of its own under the very flags that our gateway runs with. */
final class BareProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration END_LIMIT = Duration.ofSeconds(5);

    private final Process process;
    private final int port;

    private BareProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param likePid our gateway, whose flags it takes
     * @param upstream where it passes everything on to
     */
    static BareProcess start(Path repository, Path folder, long likePid, String upstream)
            throws IOException, InterruptedException {
        int port = Ports.free();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flagsOf(likePid));
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp/bare-gateway")),
                "-jar",
                jar(repository).toString(),
                "--server.port=" + port,
                "--upstream=" + upstream));
        Path log = folder.resolve("logs").resolve("bare-gateway.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        BareProcess bare = new BareProcess(process, port);
        bare.awaitReady(log);
        return bare;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        ProcessIdentity.of(process.pid()).ifPresent(identity -> identity.end(Signal.TERM, END_LIMIT));
    }

    private void awaitReady(Path log) throws InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!Ports.answers(port)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                close();
                throw new LaunchFailure("the bare gateway did not start; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Everything that is said to the virtual machine itself, but a cache that belongs to other classes. */
    private static List<String> flagsOf(long pid) throws IOException {
        String line = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.UTF_8);
        return Stream.of(line.split("\0"))
                .filter(word -> word.startsWith("-X") && !word.startsWith("-XX:AOT"))
                .toList();
    }

    private static Path jar(Path repository) {
        Path jar = repository.resolve("deploy/bench/bare-gateway/target/bare-gateway.jar");
        if (!Files.exists(jar)) {
            throw new LaunchFailure(jar + " is not built; ./capstan bench builds it");
        }
        return jar;
    }
}
