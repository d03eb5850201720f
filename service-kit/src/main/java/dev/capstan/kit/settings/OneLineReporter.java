package dev.capstan.kit.settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says why the start failed on one line, for logs that are read line by line. Boot's own reporter is switched off by a default. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OneLineReporter implements FailureAnalysisReporter {

    private static final Logger log = LoggerFactory.getLogger(OneLineReporter.class);

    @Override
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction() == null ? "" : " " + analysis.getAction();
        log.error(
                "Cannot start: {}", (analysis.getDescription() + action).strip().replaceAll("\\s*\\R\\s*", " "));
        log.debug("Cannot start", analysis.getCause());
    }
}
