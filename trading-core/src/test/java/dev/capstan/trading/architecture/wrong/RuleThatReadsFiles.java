package dev.capstan.trading.architecture.wrong;

import java.io.File;

final class RuleThatReadsFiles {

    private RuleThatReadsFiles() {}

    static boolean isThere() {
        return new File("candles.csv").exists();
    }
}
