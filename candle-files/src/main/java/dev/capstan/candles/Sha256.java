package dev.capstan.candles;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The one hash we use, as text {@code sha256:…} with 64 hexadecimal digits. */
final class Sha256 {

    static final int BYTES = 32;

    private static final String PREFIX = "sha256:";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String text(byte[] hash) {
        return PREFIX + HexFormat.of().formatHex(hash);
    }

    static byte[] bytes(String text) {
        return HexFormat.of().parseHex(text, PREFIX.length(), text.length());
    }

    static boolean isHash(String text) {
        return FORM.matcher(text).matches();
    }

    /** The digits alone. */
    static String digits(String text) {
        return text.substring(PREFIX.length());
    }
}
