package dev.capstan.backtest.columns;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Asks before every piece whether reading is still wanted. */
final class InterruptedReading extends FilterInputStream {

    private final Runnable goOn;

    InterruptedReading(InputStream in, Runnable goOn) {
        super(in);
        this.goOn = goOn;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        goOn.run();
        return super.read(buffer, offset, length);
    }
}
