package dev.capstan.systemtests.edge;

import static org.awaitility.Awaitility.await;

import dev.capstan.launcher.process.Ports;
import dev.capstan.launcher.process.ProcessSpec;
import dev.capstan.launcher.process.RunningProcess;
import dev.capstan.launcher.process.Signal;
import dev.capstan.systemtests.dsl.Capstan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two gateways more on the shared stack, with limits that can be reached: those of the stack are raised for the other scenarios. */
final class LimitedGateways implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration END_LIMIT = Duration.ofSeconds(15);

    private final List<RunningProcess> processes = new ArrayList<>();
    private final List<String> urls = new ArrayList<>();

    LimitedGateways(Capstan capstan, Quotas quotas) {
        long like = Objects.requireNonNull(capstan.process("gateway").status().pid(), "the gateway runs");
        try {
            for (int number = 1; number <= 2; number++) {
                start(like, number, quotas);
            }
            urls.forEach(url -> awaitReady(capstan, url));
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    private static void awaitReady(Capstan capstan, String url) {
        await(url)
                .atMost(START_LIMIT)
                .ignoreExceptions()
                .until(() -> capstan.trader().at(url).get("/ready").status() == 200);
    }

    /** Like that one in all but its place and its limits; whoever calls from this machine may say from where. */
    private void start(long like, int number, Quotas quotas) {
        int port = Ports.free();
        String name = "gateway-limited-" + number;
        Path folder = Path.of("target", "stack").toAbsolutePath();
        Map<String, String> environment = environment(like);
        environment.put("CAPSTAN_PORT", Integer.toString(port));
        environment.put("CAPSTAN_INSTANCE_ID", name);
        environment.put("CAPSTAN_ADVERTISED_URL", "http://127.0.0.1:" + port);
        environment.put("CAPSTAN_LIMITS", "standard");
        environment.put("CAPSTAN_TRUSTED_PROXIES", "127.0.0.0/8");
        Path log = folder.resolve("logs").resolve(name + ".log");
        processes.add(RunningProcess.start(new ProcessSpec(command(like, quotas), environment, folder, log)));
        urls.add("http://127.0.0.1:" + port);
    }

    private static List<String> command(long pid, Quotas quotas) {
        List<String> command = new ArrayList<>(words(pid, "cmdline").toList());
        command.addAll(1, quotas.properties());
        return command;
    }

    private static Map<String, String> environment(long pid) {
        return words(pid, "environ")
                .filter(word -> word.startsWith("CAPSTAN_"))
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, _) -> first, TreeMap::new));
    }

    private static Stream<String> words(long pid, String file) {
        try {
            String text = Files.readString(Path.of("/proc", Long.toString(pid), file), StandardCharsets.UTF_8);
            return Stream.of(text.split("\0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One gateway and the other by turns. */
    String url(int call) {
        return urls.get(call % urls.size());
    }

    @Override
    public void close() {
        processes.forEach(process -> process.end(Signal.TERM, END_LIMIT));
    }
}
