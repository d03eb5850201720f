package dev.capstan.systemtests.dsl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A file of real candles; where they are kept, {@code CAPSTAN_REAL_CANDLES} says. */
public record Candles(Path path) {

    private static final int HIGH = 2;
    private static final int LOW = 3;

    /** Empty when there are no real candles on this machine. */
    public static Optional<Candles> real(String name) {
        String folder = System.getenv("CAPSTAN_REAL_CANDLES");
        if (folder == null || folder.isBlank()) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst()
                    .map(Path::toAbsolutePath)
                    .map(Candles::new);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public BigDecimal lowest() {
        return column(LOW).stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    public BigDecimal highest() {
        return column(HIGH).stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private List<BigDecimal> column(int column) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> new BigDecimal(line.split(",", -1)[column]))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
