package dev.capstan.candles;

import dev.capstan.trading.candle.CandleColumns;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Candles as bytes: column after column, each number as eight bytes, the lowest first, as the machines we know keep them in memory. */
final class ColumnBytes {

    static final int COLUMNS = 6;
    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private static final int PART = 1 << 16;

    private ColumnBytes() {}

    /** Takes bytes. */
    interface Sink<E extends Exception> {

        /** Takes all that remains in {@code part}. */
        void take(ByteBuffer part) throws E;
    }

    static ByteBuffer of(long value) {
        return ByteBuffer.allocate(Long.BYTES).order(ORDER).putLong(value).flip();
    }

    /** The bytes of all columns, in parts. */
    static <E extends Exception> void forEachPart(CandleColumns candles, Sink<E> sink) throws E {
        List<IntToLongFunction> columns =
                List.of(candles::openTime, candles::open, candles::high, candles::low, candles::close, candles::volume);
        ByteBuffer part = ByteBuffer.allocate(PART).order(ORDER);
        for (IntToLongFunction column : columns) {
            for (int row = 0; row < candles.size(); row++) {
                part.putLong(column.applyAsLong(row));
                if (!part.hasRemaining()) {
                    empty(part, sink);
                }
            }
        }
        empty(part, sink);
    }

    private static <E extends Exception> void empty(ByteBuffer part, Sink<E> sink) throws E {
        sink.take(part.flip());
        part.clear();
    }

    /** Writes all of {@code part}. */
    static void write(WritableByteChannel channel, ByteBuffer part) throws IOException {
        while (part.hasRemaining()) {
            channel.write(part);
        }
    }
}
