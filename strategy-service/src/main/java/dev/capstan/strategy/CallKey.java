package dev.capstan.strategy;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What makes a repeated call the same call.
 *
 * @param key the caller's, unique among what this user asked for
 * @param requestHash of what was asked; the same key with another is refused
 */
public record CallKey(String owner, String key, String requestHash) {

    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    /** @throws ProblemException 400 when there is no usable key */
    public static CallKey of(String owner, @Nullable String key, byte[] request) {
        if (key == null || key.isEmpty()) {
            throw refused(ProblemCode.IDEMPOTENCY_KEY_MISSING);
        }
        if (key.length() > LONGEST || !key.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
            throw refused(ProblemCode.IDEMPOTENCY_KEY_INVALID);
        }
        return new CallKey(owner, key, HexFormat.of().formatHex(sha256(request)));
    }

    /** @throws ProblemException 422 when the key was used for something else */
    public void requireSame(String storedHash) {
        if (!storedHash.equals(requestHash)) {
            throw refused(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
    }

    private static ProblemException refused(ProblemCode code) {
        return ProblemException.of(code, code.title());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
