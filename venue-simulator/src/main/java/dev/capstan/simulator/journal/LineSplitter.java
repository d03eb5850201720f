package dev.capstan.simulator.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Cuts blocks of bytes into lines; what is left of a block waits for the next one. */
final class LineSplitter {

    private static final int BLOCK = 1 << 16;

    private final AppendOnlyLines.Reader reader;
    private byte[] block = new byte[BLOCK];
    private int filled;
    private long number;
    private long left;

    LineSplitter(long firstNumber, long limit, AppendOnlyLines.Reader reader) {
        this.number = firstNumber;
        this.left = limit;
        this.reader = reader;
    }

    boolean isDone() {
        return left == 0;
    }

    /** Where the next bytes have to go. */
    ByteBuffer room() {
        if (filled == block.length) {
            block = Arrays.copyOf(block, 2 * block.length);
        }
        return ByteBuffer.wrap(block, filled, block.length - filled);
    }

    /** Hands on the lines that {@code count} more bytes end. */
    void added(int count) throws IOException {
        int searchFrom = filled;
        filled += count;
        int start = 0;
        for (int at = searchFrom; at < filled && !isDone(); at++) {
            if (block[at] == '\n') {
                reader.line(number, Arrays.copyOfRange(block, start, at));
                start = at + 1;
                number++;
                left--;
            }
        }
        filled -= start;
        System.arraycopy(block, start, block, 0, filled);
    }
}
