package dev.capstan.backtest.run.adapter.web;

import dev.capstan.backtest.run.application.Runs.StartKey;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The caller's key of a start, with a hash of what was asked. */
final class StartKeys {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    private StartKeys() {}

    static StartKey of(String owner, @Nullable String key, byte[] request) {
        if (key == null || key.isEmpty()) {
            throw refused(ProblemCode.IDEMPOTENCY_KEY_MISSING);
        }
        if (key.length() > LONGEST || !key.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
            throw refused(ProblemCode.IDEMPOTENCY_KEY_INVALID);
        }
        return new StartKey(owner, key, HexFormat.of().formatHex(sha256(request)));
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
