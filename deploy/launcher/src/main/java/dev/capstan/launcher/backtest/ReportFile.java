package dev.capstan.launcher.backtest;

import dev.capstan.launcher.backtest.report.ReportPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the page goes. */
record ReportFile(Path path) {

    /** Asked before the run, which may take longer than somebody waits for a misspelt folder. */
    void check() {
        boolean hasFolder = Files.isDirectory(path.toAbsolutePath().resolveSibling(""));
        if (Files.isDirectory(path) || !hasFolder) {
            throw InputException.of("--report", "expected a file in a folder that exists, got: " + path);
        }
    }

    void write(ReportPage page) {
        try {
            page.write(path);
        } catch (IOException e) {
            throw InputException.of("--report", "cannot write " + path + ": " + e);
        }
    }
}
