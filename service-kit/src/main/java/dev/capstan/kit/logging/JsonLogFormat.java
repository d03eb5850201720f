package dev.capstan.kit.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.capstan.kit.json.InstantText;
import java.util.Map;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLogFormatter;
import org.springframework.core.env.Environment;

/** One line per event: timestamp, level, message, context (the logger), the correlation id and what else the MDC holds. */
public final class JsonLogFormat implements StructuredLogFormatter<ILoggingEvent> {

    private final JsonWriter<ILoggingEvent> writer;

    /** Made by Spring Boot. */
    public JsonLogFormat(Environment environment, ThrowableProxyConverter stackTraces) {
        String instance = environment.getProperty("capstan.instance-id", "");
        writer = JsonWriter.<ILoggingEvent>of(members -> {
                    members.add("timestamp", event -> InstantText.of(event.getInstant()));
                    members.add("level", event -> event.getLevel().toString());
                    members.add("message", event -> SecretMask.of(String.valueOf(event.getFormattedMessage())));
                    members.add("context", ILoggingEvent::getLoggerName);
                    members.add("instance", instance).whenHasLength();
                    members.add("thread", ILoggingEvent::getThreadName);
                    members.addMapEntries(JsonLogFormat::masked);
                    members.add("stackTrace", event -> stackTrace(stackTraces, event))
                            .whenHasLength();
                })
                .withNewLineAtEnd();
    }

    @Override
    public String format(ILoggingEvent event) {
        return writer.writeToString(event);
    }

    private static Map<String, String> masked(ILoggingEvent event) {
        Map<String, String> masked = new java.util.TreeMap<>();
        event.getMDCPropertyMap().forEach((name, value) -> masked.put(name, SecretMask.of(value)));
        return masked;
    }

    private static String stackTrace(ThrowableProxyConverter stackTraces, ILoggingEvent event) {
        return event.getThrowableProxy() == null ? "" : SecretMask.of(stackTraces.convert(event));
    }
}
