package dev.capstan.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs scripts of the witness folder, which installs its own clients the first time. */
final class NodeClients {

    private static final Path FOLDER =
            Path.of("..", "system-tests", "witness").toAbsolutePath().normalize();

    private NodeClients() {}

    private static boolean areInstalled() {
        return List.of("ccxt", "@binance/spot").stream()
                .allMatch(
                        name -> Files.isDirectory(FOLDER.resolve("node_modules").resolve(name)));
    }

    static void install() throws IOException, InterruptedException {
        if (!areInstalled()) {
            run(120, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
        }
    }

    /** What the command printed; fails with it when it did not end well within {@code seconds}. */
    static String run(int seconds, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("clients", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            process.destroyForcibly();
            String printed = Files.readString(output);
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(
                        String.join(" ", command) + (ended ? " failed: " : " did not end: ") + printed);
            }
            return printed;
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
