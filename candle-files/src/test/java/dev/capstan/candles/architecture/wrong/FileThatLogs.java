package dev.capstan.candles.architecture.wrong;

import java.util.logging.Logger;

final class FileThatLogs {

    private static final Logger LOG = Logger.getLogger("wrong");

    private FileThatLogs() {}

    static void opened() {
        LOG.info("opened");
    }
}
