package dev.capstan.systemtests.dsl;

import dev.capstan.launcher.process.Ports;
import dev.capstan.launcher.stack.PortName;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A shell in a copy of the repository. */
public final class Shell {

    private final Path folder;
    private final Map<String, String> environment;

    private Shell(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /** In this folder, with these variables beside those of this process. */
    public static Shell in(Path folder, Map<String, String> environment) {
        return new Shell(folder, environment);
    }

    /** In the repository's own folder, with a {@code capstan} that uses ports of its own. What this build has packaged is what runs: nothing is built again underneath it. */
    public static Shell withFreePorts() {
        Map<String, String> environment = new HashMap<>();
        for (PortName port : PortName.values()) {
            environment.put("CAPSTAN_PORT_" + port.name(), Integer.toString(Ports.free()));
        }
        environment.put("CAPSTAN_SKIP_BUILD", "true");
        return new Shell(Path.of(".."), environment);
    }

    public String gateway() {
        return "127.0.0.1:" + environment.get("CAPSTAN_PORT_GATEWAY");
    }

    /** What the commands print. */
    public String run(String commands, Duration limit) {
        try {
            File out = Files.createTempFile("shell", ".out").toFile();
            ProcessBuilder builder = new ProcessBuilder("bash", "-euc", commands)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out);
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        "still running after " + limit.toSeconds() + " s: " + commands + "\n" + read(out));
            }
            if (process.exitValue() != 0) {
                throw new AssertionError("exit code " + process.exitValue() + " of: " + commands + "\n" + read(out));
            }
            return read(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in: " + commands, interrupted);
        }
    }

    private static String read(File out) throws IOException {
        return Files.readString(out.toPath(), StandardCharsets.UTF_8);
    }
}
