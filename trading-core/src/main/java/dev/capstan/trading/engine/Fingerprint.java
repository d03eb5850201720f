package dev.capstan.trading.engine;

import dev.capstan.contracts.value.Side;
import dev.capstan.trading.run.TradeIntent;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over whole numbers, each as eight bytes, the most significant first. Two backtests with the same one placed the same orders at
 * the same times and got the same fills.
 */
final class Fingerprint {

    private static final VarHandle NUMBER = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int BUFFER = 1 << 13;

    /** Room for the numbers of an order or a fill. */
    private static final int ROW = 7 * Long.BYTES;

    private final byte[] buffer = new byte[BUFFER];
    private final MessageDigest digest;
    private int size;

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
        for (SimulatedOrder order : orders) {
            fingerprint.add(order);
        }
        fingerprint.add(fills.size());
        for (SimulatedFill fill : fills) {
            fingerprint.add(fill);
        }
        return fingerprint.text();
    }

    private void add(int length) {
        int at = row();
        put(at, 0, length);
        size = at + Long.BYTES;
    }

    private void add(SimulatedOrder order) {
        TradeIntent intent = order.intent();
        int at = row();
        put(at, 0, intent.decidedAt());
        put(at, 1, sign(intent.side()));
        put(at, 2, intent.quantity());
        put(at, 3, intent.stop());
        put(at, 4, intent.target());
        put(at, 5, order.placedAt());
        put(at, 6, order.filledQuantity());
        size = at + 7 * Long.BYTES;
    }

    private void add(SimulatedFill fill) {
        int at = row();
        put(at, 0, fill.order());
        put(at, 1, fill.occurredAt());
        put(at, 2, sign(fill.side()));
        put(at, 3, fill.price());
        put(at, 4, fill.quantity());
        put(at, 5, fill.commission());
        size = at + 6 * Long.BYTES;
    }

    private static long sign(Side side) {
        return side == Side.BUY ? 0 : 1;
    }

    private void put(int row, int index, long value) {
        NUMBER.set(buffer, row + index * Long.BYTES, value);
    }

    /** Where the next row begins. */
    private int row() {
        if (size > BUFFER - ROW) {
            empty();
        }
        return size;
    }

    private void empty() {
        digest.update(buffer, 0, size);
        size = 0;
    }

    private String text() {
        empty();
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
