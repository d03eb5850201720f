package dev.capstan.simulator.binance.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 over what a client sent, in both of the venue's forms.
 *
 * <p>REST signs the query string and, right behind it, the body, both without the signature itself and percent-encoded as sent. The
 * WebSocket API signs the parameters sorted by name, as raw text.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security">Request security</a>
 */
public final class Signature {

    private Signature() {}

    /** What a REST request signs. */
    public static String restPayload(String rawQuery, String rawBody) {
        return encoded(withoutSignature(rawQuery) + withoutSignature(rawBody));
    }

    /** What a WebSocket API request signs. */
    public static String webSocketPayload(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("signature"))
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("&"));
    }

    /** Whether {@code signature} is the one of {@code payload}; the case of its hex digits does not matter. */
    public static boolean isValid(String payload, String secretKey, String signature) {
        byte[] expected = of(payload, secretKey).getBytes(StandardCharsets.US_ASCII);
        byte[] given = signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given);
    }

    /** The signature in lower-case hex. */
    public static String of(String payload, String secretKey) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    private static String withoutSignature(String pairs) {
        return Arrays.stream(pairs.split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith("signature="))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        if (text.chars().allMatch(each -> each < 0x80)) {
            return text;
        }
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(each >= 0 ? String.valueOf((char) each) : "%" + hex(each));
        }
        return encoded.toString();
    }

    private static String hex(byte value) {
        return HexFormat.of().withUpperCase().toHexDigits(value);
    }
}
