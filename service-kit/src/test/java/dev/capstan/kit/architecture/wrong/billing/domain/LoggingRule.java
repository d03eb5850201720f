package dev.capstan.kit.architecture.wrong.billing.domain;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LoggingRule {

    private static final Logger log = LoggerFactory.getLogger(LoggingRule.class);

    void apply() {
        log.info("a rule that talks");
    }
}
