package dev.capstan.simulator.binance.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Signatures made with a private key: Ed25519, or RSA with SHA-256 in the older padding, both in base64.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security">Request security</a>
 */
public final class PublicKeys {

    /** Name of the signature by name of the key's algorithm. */
    private static final Map<String, String> SIGNATURES = Map.of("EdDSA", "Ed25519", "RSA", "SHA256withRSA");

    private PublicKeys() {}

    /** {@code text}, a public key in PEM or in bare base64, as bare base64; empty when it is no key of a kind the venue takes. */
    public static Optional<String> normalized(String text) {
        String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return key(base64).map(key -> Base64.getEncoder().encodeToString(key.getEncoded()));
    }

    /** Whether {@code signature} is one of {@code payload}; {@code publicKey} is as {@link #normalized} made it. */
    public static boolean isValid(String payload, String publicKey, String signature) {
        try {
            PublicKey key = key(publicKey).orElseThrow();
            Signature verifier = Signature.getInstance(SIGNATURES.getOrDefault(key.getAlgorithm(), "Ed25519"));
            verifier.initVerify(key);
            verifier.update(payload.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Optional<PublicKey> key(String base64) {
        return key("Ed25519", base64).or(() -> key("RSA", base64));
    }

    private static Optional<PublicKey> key(String algorithm, String base64) {
        try {
            X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
            return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(spec));
        } catch (GeneralSecurityException | IllegalArgumentException another) {
            return Optional.empty();
        }
    }
}
