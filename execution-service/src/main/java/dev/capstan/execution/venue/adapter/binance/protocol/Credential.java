package dev.capstan.execution.venue.adapter.binance.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An API key and the secret that signs for it. The secret leaves this class in signatures only. */
public final class Credential {

    private static final String ALGORITHM = "HmacSHA256";

    private final String apiKey;
    private final SecretKeySpec secret;

    public Credential(String apiKey, String secretKey) {
        this.apiKey = apiKey;
        this.secret = new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    public String apiKey() {
        return apiKey;
    }

    /** Hex HMAC-SHA256 of exactly these characters in UTF-8. */
    public String sign(String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 belongs to every JDK", e);
        }
    }

    /** Shows enough of the key to tell two apart, nothing of the secret. */
    @Override
    public String toString() {
        return "Credential[apiKey=" + apiKey.substring(0, Math.min(4, apiKey.length())) + "***, secret=***]";
    }
}
