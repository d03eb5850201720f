package dev.capstan.bench.orders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a histogram out of what {@code /metrics} prints. */
final class Metrics {

    private Metrics() {}

    static String read(String url) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url + "/metrics")).build();
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", ended);
        }
    }

    /** How many observations fell at or below each bound in seconds. */
    static SortedMap<Double, Double> buckets(String text, String name) {
        Pattern line = Pattern.compile(
                "^" + Pattern.quote(name) + "_bucket\\{.*?le=\"([^\"]+)\".*?\\} (\\S+)", Pattern.MULTILINE);
        SortedMap<Double, Double> buckets = new TreeMap<>();
        Matcher matcher = line.matcher(text);
        while (matcher.find()) {
            String bound = matcher.group(1);
            double upper = "+Inf".equals(bound) ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
            buckets.merge(upper, Double.parseDouble(matcher.group(2)), Double::sum);
        }
        return buckets;
    }

    /** The bound in milliseconds under which this share of what was observed between two readings lies; 0 when nothing was. */
    static double percentile(SortedMap<Double, Double> before, SortedMap<Double, Double> after, double share) {
        double all = after.isEmpty() ? 0 : count(after, before, after.lastKey());
        for (double bound : after.keySet()) {
            if (all > 0 && count(after, before, bound) >= share * all) {
                return Math.round(bound * 100_000) / 100.0;
            }
        }
        return 0;
    }

    private static double count(SortedMap<Double, Double> after, SortedMap<Double, Double> before, double bound) {
        return after.getOrDefault(bound, 0.0) - before.getOrDefault(bound, 0.0);
    }
}
