package dev.capstan.systemtests.same;

import dev.capstan.systemtests.dsl.Venue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A process in which {@code ccxt} and {@code @binance/spot} do what they are told, each with both kinds of keys. */
final class OtherClients implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path FOLDER = Path.of("witness").toAbsolutePath();
    private static final long LIMIT_SECONDS = 60;

    private final Process process;
    private final Path errors;
    private final Writer in;
    private final BufferedReader out;

    /**
     * Starts the process; the libraries have to be installed.
     *
     * @param symbol as ccxt writes it, e.g. {@code SOL/USDT}
     */
    OtherClients(Venue venue, String symbol, VenueKeys keys) {
        try {
            errors = Files.createTempFile("same", ".err");
            process = new ProcessBuilder("node", "same.mjs", "--url", venue.url(), "--symbol", symbol)
                    .directory(FOLDER.toFile())
                    .redirectError(errors.toFile())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        write(Map.of("keys", keys.json()));
    }

    /** Opens the streams; {@code price} is one at which a purchase rests. */
    void listen(String price) {
        var _ = tell(Map.of("action", "listen", "price", price));
    }

    /** Has {@code client} place something; the answer is the venue's, its {@code code} when it refused. */
    JsonNode places(String client, String what, Map<String, String> order) {
        return tell(Map.of("action", what, "client", client, "order", order));
    }

    JsonNode cancels(String client, String venueOrderId) {
        return tell(Map.of("action", "cancel", "client", client, "orderId", venueOrderId));
    }

    JsonNode cancelsAll(String client) {
        return tell(Map.of("action", "cancelAll", "client", client));
    }

    /** Everything there is of the account, as each client sees it. */
    JsonNode look() {
        return tell(Map.of("action", "look"));
    }

    private JsonNode tell(Map<String, ?> command) {
        write(command);
        try {
            String line = CompletableFuture.supplyAsync(this::line, Thread::startVirtualThread)
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);
            return JSON.readTree(line);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError(new TreeMap<>(command) + " was not answered: " + whatItSaid(), failure);
        }
    }

    private void write(Map<String, ?> command) {
        try {
            in.write(JSON.writeValueAsString(command));
            in.write('\n');
            in.flush();
        } catch (IOException gone) {
            throw new AssertionError("the clients are gone: " + whatItSaid(), gone);
        }
    }

    private String line() {
        try {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("the process has ended");
            }
            return line;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String whatItSaid() {
        try {
            return Files.readString(errors);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Files.deleteIfExists(errors);
        } catch (IOException leftOver) {
            throw new UncheckedIOException(leftOver);
        }
    }
}
