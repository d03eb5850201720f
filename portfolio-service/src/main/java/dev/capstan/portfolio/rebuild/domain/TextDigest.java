package dev.capstan.portfolio.rebuild.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over lines as they come, so that a book is never held whole. */
public final class TextDigest {

    private final MessageDigest digest;

    public TextDigest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The hash of {@code lines}, each ended by a line feed. */
    public static String of(String... lines) {
        TextDigest digest = new TextDigest();
        for (String line : lines) {
            digest.add(line);
        }
        return digest.hex();
    }

    public void add(String line) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** 64 hexadecimal digits; starts a new text. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
