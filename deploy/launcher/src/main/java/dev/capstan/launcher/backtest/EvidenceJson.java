package dev.capstan.launcher.backtest;

import dev.capstan.contracts.TextValue;
import dev.capstan.contracts.backtest.Evidence;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Evidence as JSON: decimals and contract values as strings, instants with microseconds, as everywhere. */
public final class EvidenceJson {

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule("evidence")
                    .addSerializer(new TextWriter<>(TextValue.class, TextValue::text))
                    .addSerializer(new TextWriter<>(BigDecimal.class, BigDecimal::toPlainString))
                    .addSerializer(new TextWriter<>(Instant.class, INSTANT::format)))
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private EvidenceJson() {}

    /** For people and scripts: a field a line. */
    static void print(Evidence evidence, PrintWriter out) {
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(out, evidence);
        out.println();
        out.flush();
    }

    /** In one line. */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    private static final class TextWriter<T> extends StdSerializer<T> {

        private final Function<T, String> text;

        TextWriter(Class<T> type, Function<T, String> text) {
            super(type);
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(text.apply(value));
        }
    }
}
