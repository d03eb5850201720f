package dev.capstan.execution.venue.adapter.binance.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Payloads in the shape the venue documents, under {@code src/test/resources/binance}. */
public final class Payloads {

    private Payloads() {}

    public static String read(String name) {
        try (InputStream in = Payloads.class.getResourceAsStream("/binance/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
