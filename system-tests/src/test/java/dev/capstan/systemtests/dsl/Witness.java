package dev.capstan.systemtests.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The venue's side of an account, read by ccxt in a process of its own: a client that shares no line of code with ours. */
public final class Witness {

    private static final Path FOLDER = Path.of("witness").toAbsolutePath();
    private static final long LIMIT_SECONDS = 120;

    private Witness() {}

    /** Orders, trades and balances of the account as the venue tells them. */
    public static JsonNode reads(Venue venue, TradingAccount account, List<String> symbols) {
        install();
        return JsonMapper.shared()
                .readTree(run(
                        account.secretKey(),
                        "node",
                        "witness.mjs",
                        "--url",
                        venue.url(),
                        "--key",
                        account.apiKey(),
                        "--symbols",
                        String.join(",", symbols)));
    }

    /** Installs the clients, the first time. */
    public static synchronized void install() {
        boolean installed = Stream.of("ccxt", "@binance/spot")
                .allMatch(
                        name -> Files.isDirectory(FOLDER.resolve("node_modules").resolve(name)));
        if (!installed) {
            run("", "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
        }
    }

    private static String run(String input, String... command) {
        try {
            Path errors = Files.createTempFile("witness", ".err");
            try {
                return run(input, errors, command);
            } finally {
                Files.deleteIfExists(errors);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the witness read", interrupted);
        }
    }

    private static String run(String input, Path errors, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectError(errors.toFile())
                .start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", command) + " failed: " + Files.readString(errors));
        }
        return output;
    }
}
