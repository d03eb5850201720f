package dev.capstan.contracts.id;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/** Ids that are functions of what they name, so that whoever makes them again makes the same. */
public final class ClientOrderIds {

    private static final int CHARACTERS = 26;
    private static final int RADIX = 32;
    private static final int BITS_BEYOND = 256 - CHARACTERS * 5;

    private ClientOrderIds() {}

    /** The id of the order that {@code actingSubject} asks for with {@code idempotencyKey}: the same on every replica, for ever. */
    public static ClientOrderId of(
            UUID installationId, AccountId accountId, String actingSubject, String idempotencyKey) {
        return new ClientOrderId(
                "c" + base32(digest(installationId.toString(), accountId.text(), actingSubject, idempotencyKey)));
    }

    /** Stands in when a stranger's order reuses a client id that this account already has under another venue order id. */
    public static ClientOrderId ofStranger(InstrumentId instrumentId, VenueOrderId venueOrderId) {
        return new ClientOrderId("x" + base32(digest(instrumentId.text(), venueOrderId.text())));
    }

    /** Our id of an order found at the venue. */
    public static OrderId externalOrderId(AccountId accountId, InstrumentId instrumentId, VenueOrderId venueOrderId) {
        byte[] hash = digest(accountId.text(), instrumentId.text(), venueOrderId.text());
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x80); // version 8: made by a rule of our own
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return OrderId.of(new UUID(bytes.getLong(), bytes.getLong()));
    }

    /** Hex of a hash in which no two lists of parts look alike. */
    public static String fingerprint(String... parts) {
        return String.format(Locale.ROOT, "%064x", new BigInteger(1, digest(parts)));
    }

    private static String base32(byte[] hash) {
        String digits = new BigInteger(1, hash).shiftRight(BITS_BEYOND).toString(RADIX);
        return "0".repeat(CHARACTERS - digits.length()) + digits;
    }

    private static byte[] digest(String... parts) {
        MessageDigest sha = sha256();
        Arrays.stream(parts).map(part -> part.getBytes(StandardCharsets.UTF_8)).forEach(part -> {
            sha.update(ByteBuffer.allocate(4).putInt(part.length).flip());
            sha.update(part);
        });
        return sha.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
