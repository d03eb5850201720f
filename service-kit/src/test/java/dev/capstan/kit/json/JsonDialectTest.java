package dev.capstan.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class JsonDialectTest {

    private static final JsonMapper EDGE = JsonDialect.mapper();
    private static final EventJson EVENTS = new EventJson(EDGE);

    record Leg(InstrumentId instrumentId, Quantity quantity) {}

    record Sample(
            Side side,
            @Nullable BigDecimal amount,
            @Nullable Instant at,
            List<Leg> legs,
            int count) {}

    record Note(String words) {}

    record Marks(Map<InstrumentId, Quantity> byInstrument) {}

    @Test
    void writesValuesDecimalsAndInstantsAsText() {
        Sample sample = new Sample(
                Side.BUY,
                new BigDecimal("1E-8"),
                Instant.parse("2026-11-20T09:30:00.1234567Z"),
                List.of(new Leg(InstrumentId.parse("BTCUSDT.BINANCE"), Quantity.parse("0.100"))),
                3);

        assertThat(EDGE.writeValueAsString(sample))
                .isEqualTo("{\"side\":\"BUY\",\"amount\":\"0.00000001\",\"at\":\"2026-11-20T09:30:00.123456Z\","
                        + "\"legs\":[{\"instrumentId\":\"BTCUSDT.BINANCE\",\"quantity\":\"0.100\"}],\"count\":3}");
    }

    @Test
    void readsWhatItWrote() {
        Marks marks = new Marks(Map.of(InstrumentId.parse("ETHUSDT.BINANCE"), Quantity.parse("2")));

        assertThat(EDGE.readValue(EDGE.writeValueAsString(marks), Marks.class)).isEqualTo(marks);
    }

    @Test
    void refusesANumberForADecimalAndNamesTheField() {
        assertPath(
                "{\"side\":\"BUY\",\"legs\":[{\"instrumentId\":\"A.BINANCE\",\"quantity\":1.5}],\"count\":1}",
                "quantity");
        assertPath("{\"side\":\"BUY\",\"amount\":1.5,\"legs\":[],\"count\":1}", "amount");
    }

    @Test
    void refusesForATextWhatIsNoneOrCannotBeKept() {
        for (String value : List.of("7", "1.5", "true", "[]", "{}", "\"a\\u0000b\"")) {
            assertThatThrownBy(() -> EDGE.readValue("{\"words\":" + value + "}", Note.class))
                    .as(value)
                    .isInstanceOf(JacksonException.class);
        }
        assertThat(EDGE.readValue("{\"words\":\"true\"}", Note.class).words()).isEqualTo("true");
    }

    @Test
    void refusesAnUnknownFieldOnTheEdgeAndIgnoresItOnEvents() {
        String json = "{\"side\":\"BUY\",\"legs\":[],\"count\":1,\"colour\":\"red\"}";

        assertPath(json, "colour");
        assertThat(EVENTS.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), Sample.class)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void refusesAMissingOrNullComponentThatIsNotNullable() {
        assertPath("{\"legs\":[],\"count\":1}", "side");
        assertPath("{\"side\":null,\"legs\":[],\"count\":1}", "side");
        assertPath("{\"side\":\"BUY\",\"legs\":[]}", "count");
        assertThat(EDGE.readValue("{\"side\":\"BUY\",\"legs\":[],\"count\":1}", Sample.class)
                        .amount())
                .isNull();
    }

    @Test
    void refusesDoubledFieldsTrailingTextAndCoercion() {
        assertThatThrownBy(() ->
                        EDGE.readValue("{\"side\":\"BUY\",\"side\":\"SELL\",\"legs\":[],\"count\":1}", Sample.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> EDGE.readValue("{\"side\":\"BUY\",\"legs\":[],\"count\":1} x", Sample.class))
                .isInstanceOf(JacksonException.class);
        assertPath("{\"side\":\"BUY\",\"legs\":[],\"count\":\"1\"}", "count");
        assertPath("{\"side\":0,\"legs\":[],\"count\":1}", "side");
        assertPath("{\"side\":\"BUY\",\"at\":1700000000,\"legs\":[],\"count\":1}", "at");
    }

    private static void assertPath(String json, String field) {
        assertThatThrownBy(() -> EDGE.readValue(json, Sample.class))
                .isInstanceOfSatisfying(
                        JacksonException.class,
                        e -> assertThat(e.getPath().getLast().getPropertyName()).isEqualTo(field));
    }
}
