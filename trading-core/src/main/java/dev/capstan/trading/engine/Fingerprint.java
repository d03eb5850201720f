package dev.capstan.trading.engine;

import dev.capstan.contracts.value.Side;
import dev.capstan.trading.run.TradeIntent;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over whole numbers, each as eight bytes, the most significant first. Two backtests with the same one placed the same orders at
 * the same times and got the same fills.
 */
final class Fingerprint {

    private static final int BUFFER = 1 << 13;

    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of all orders, then all fills, each list with its length before it. */
    static String of(List<SimulatedOrder> orders, List<SimulatedFill> fills) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(orders.size());
        orders.forEach(fingerprint::add);
        fingerprint.add(fills.size());
        fills.forEach(fingerprint::add);
        return fingerprint.text();
    }

    private void add(SimulatedOrder order) {
        TradeIntent intent = order.intent();
        add(intent.decidedAt());
        add(intent.side());
        add(intent.quantity());
        add(intent.stop());
        add(intent.target());
        add(order.placedAt());
        add(order.filledQuantity());
    }

    private void add(SimulatedFill fill) {
        add(fill.order());
        add(fill.occurredAt());
        add(fill.side());
        add(fill.price());
        add(fill.quantity());
        add(fill.commission());
    }

    private void add(Side side) {
        add(side == Side.BUY ? 0 : 1);
    }

    private void add(long value) {
        if (!buffer.hasRemaining()) {
            empty();
        }
        buffer.putLong(value);
    }

    private void empty() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private String text() {
        empty();
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
