package dev.capstan.simulator.binance.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Names and values of a query string or a form body. */
public final class Form {

    private Form() {}

    /** What {@code rawBody} and {@code rawQuery} say; where both name the same, the query wins. */
    public static Map<String, String> decode(String rawQuery, String rawBody) {
        Map<String, String> values = new LinkedHashMap<>();
        decode(rawQuery, values);
        decode(rawBody, values);
        return values;
    }

    /**
     * What a request says in {@code rawQuery} and {@code rawBody}, each of which may name a parameter once.
     *
     * @throws ApiException when one names it twice
     */
    public static Map<String, String> ofRequest(String rawQuery, String rawBody) {
        refuseRepeated(rawQuery);
        refuseRepeated(rawBody);
        return decode(rawQuery, rawBody);
    }

    private static void refuseRepeated(String raw) {
        Set<String> seen = new HashSet<>();
        boolean repeated = Arrays.stream(raw.split("&"))
                .filter(pair -> !pair.isEmpty())
                .anyMatch(pair -> !seen.add(decoded(pair.split("=", 2)[0])));
        if (repeated) {
            throw ParameterErrors.twice();
        }
    }

    private static void decode(String raw, Map<String, String> into) {
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                into.putIfAbsent(decoded(name), decoded(value));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw ApiException.bad(-1100, "Illegal characters found in a parameter.");
        }
    }
}
