package dev.capstan.gateway.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What was asked, in 64 hexadecimal digits: SHA-256 over method, path with query, and the exact bytes of the body (of an upload: its
 * own SHA-256), the first two ended by a line feed, which neither can contain. White space in the body counts: the same call again means the same bytes again.
 */
record Fingerprint(String hex) {

    static Fingerprint of(String method, String pathAndQuery, byte[] body) {
        MessageDigest digest = sha256();
        digest.update((method + '\n' + pathAndQuery + '\n').getBytes(UTF_8));
        return new Fingerprint(HexFormat.of().formatHex(digest.digest(body)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
