package dev.capstan.risk.exposure.domain;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Fingerprint of a key's figures: equal figures give equal text, whatever their scale and however they came about.
 *
 * <p>SHA-256 over the position and, by order id, status, filled and held of every order, one line each.
 */
public record ExposureHash(String text) {

    public static ExposureHash of(InstrumentPosition position, List<BookedOrder> orders) {
        MessageDigest digest = sha256();
        add(digest, "position", plain(position.quantity().value()));
        for (BookedOrder order : orders) {
            add(
                    digest,
                    order.orderId().text(),
                    String.valueOf(order.status()),
                    plain(order.filled().value()),
                    plain(order.held().value()));
        }
        return new ExposureHash(HexFormat.of().formatHex(digest.digest()));
    }

    private static void add(MessageDigest digest, String... fields) {
        digest.update((String.join(" ", fields) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
