package dev.capstan.portfolio.architecture.wrong.domain;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A domain class that logs. */
public final class LoggingRule {

    private static final Logger log = LoggerFactory.getLogger(LoggingRule.class);

    private LoggingRule() {}

    public static void apply() {
        log.info("applied");
    }
}
