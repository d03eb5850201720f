package dev.capstan.execution.account.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key all venue keys are encrypted under: 32 bytes, base64, in the file {@value #FILE} of the secrets folder.
 *
 * <p>Its id is part of every sealed key, so a key sealed under another master key is named as such and not reported as corrupt.
 */
public final class MasterKey {

    static final String FILE = "capstan.venue-keys.master-key";

    private static final Set<PosixFilePermission> OWNER_ALONE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final SecretKey encryption;
    private final byte[] fingerprinting;
    private final String id;

    private MasterKey(byte[] bytes) {
        this.encryption = new SecretKeySpec(bytes, "AES");
        this.fingerprinting = hmac(bytes, "capstan request fingerprints".getBytes(StandardCharsets.UTF_8));
        this.id = HexFormat.of().formatHex(sha256(bytes), 0, 4);
    }

    /**
     * Reads the key.
     *
     * @throws IllegalStateException naming the file, when it is missing, readable by others, or not 32 bytes
     */
    public static MasterKey read(Path secretsFolder) {
        Path file = secretsFolder.resolve(FILE);
        try {
            checkOwnerAlone(file);
            return of(decode(file, Files.readString(file).strip()));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the master key of venue keys: " + file, e);
        }
    }

    static MasterKey of(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalStateException("expected a master key of 32 bytes in " + FILE + ", got: " + bytes.length);
        }
        return new MasterKey(bytes);
    }

    private static byte[] decode(Path file, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("expected base64 in " + file, e);
        }
    }

    private static void checkOwnerAlone(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNER_ALONE.containsAll(permissions)) {
            throw new IllegalStateException("expected " + file + " to be readable by its owner alone (chmod 600)");
        }
    }

    String id() {
        return id;
    }

    SecretKey encryption() {
        return encryption;
    }

    /** A keyed fingerprint: tells equal from different without telling what. */
    public byte[] fingerprint(byte[] content) {
        return hmac(fingerprinting, content);
    }

    private static byte[] hmac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 belongs to every JDK", e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 belongs to every JDK", e);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[id=" + id + "]";
    }
}
