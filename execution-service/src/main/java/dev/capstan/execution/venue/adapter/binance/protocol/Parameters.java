package dev.capstan.execution.venue.adapter.binance.protocol;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Parameters of one call, in the order they were added.
 *
 * <p>REST signs the percent-encoded text as it is sent. The WebSocket API signs the raw text sorted by name. The two rules differ on
 * purpose, and each is refused where the other is expected.
 */
public final class Parameters {

    private final Map<String, String> values = new LinkedHashMap<>();

    public Parameters with(String name, String value) {
        values.put(name, value);
        return this;
    }

    public Parameters with(String name, long value) {
        return with(name, Long.toString(value));
    }

    /** The same parameters, to be added to apart. */
    public Parameters copy() {
        Parameters copy = new Parameters();
        copy.values.putAll(values);
        return copy;
    }

    /** The text of a query or a form body. */
    public String encoded() {
        return values.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** {@link #encoded()} with the signature of exactly that text at its end. */
    public String signedForRest(Credential credential) {
        String payload = encoded();
        return payload + "&signature=" + credential.sign(payload);
    }

    /** The parameters of a WebSocket API call with key and signature. */
    public Map<String, String> signedForWebSocket(Credential credential) {
        Map<String, String> sorted = new TreeMap<>(values);
        sorted.put("apiKey", credential.apiKey());
        String payload = sorted.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        sorted.put("signature", credential.sign(payload));
        return sorted;
    }

    /** Form encoding writes a space as +, which is not percent-encoding. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
