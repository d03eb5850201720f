package dev.capstan.contracts.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.account.AccountEvent;
import dev.capstan.contracts.marketdata.CandleEvent;
import dev.capstan.contracts.marketdata.TickEvent;
import dev.capstan.contracts.operations.AlertEvent;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.portfolio.BalanceSnapshotEvent;
import dev.capstan.contracts.portfolio.PositionEvent;
import dev.capstan.contracts.tradingstate.TradingStateEvent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every topic has a schema and a page, and a schema only ever grows. */
class EventSchemasTest {

    private static final Map<String, Class<?>> PAYLOADS = new TreeMap<>(Map.of(
            Topics.ORDER_EVENTS, OrderEvent.class,
            Topics.BALANCE_EVENTS, BalanceSnapshotEvent.class,
            Topics.TRADING_STATE_EVENTS, TradingStateEvent.class,
            Topics.ACCOUNT_EVENTS, AccountEvent.class,
            Topics.POSITION_EVENTS, PositionEvent.class,
            Topics.CANDLE_EVENTS, CandleEvent.class,
            Topics.TICK_EVENTS, TickEvent.class,
            Topics.ALERT_EVENTS, AlertEvent.class));

    private static final Pattern PROPERTY = Pattern.compile("^( *)\"(\\w+)\": (\\{.*?)(,?)$", Pattern.MULTILINE);

    static List<String> topics() {
        return Topics.all().stream().map(Topics.Topic::name).toList();
    }

    @Test
    void everyTopicHasAPayload() {
        assertThat(PAYLOADS.keySet()).containsExactlyInAnyOrderElementsOf(topics());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void schemaOfATopicFollowsFromItsRecordAndOnlyGrows(String topic) throws IOException {
        String file = "shared-contracts/src/main/resources/schemas/" + topic + ".json";
        String schema = RecordSchema.of(topic, java.util.Objects.requireNonNull(PAYLOADS.get(topic)));
        if (GeneratedFile.exists(file)) {
            assertThat(removedFrom(GeneratedFile.read(file), schema))
                    .as("consumers may rely on these; a change makes a new topic version")
                    .isEmpty();
        }
        GeneratedFile.check(file, schema);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyTopicHasAPageWithItsFields(String topic) throws IOException {
        String page = GeneratedFile.read("docs/reference/topics/" + topic + ".md");
        assertThat(page).contains("## Purpose", "## Producer", "## Key and order", "## Fields");
        for (var component :
                java.util.Objects.requireNonNull(PAYLOADS.get(topic)).getRecordComponents()) {
            assertThat(page).contains("`" + component.getName() + "`");
        }
    }

    @Test
    void aRemovedFieldIsSeen() {
        String before = RecordSchema.of("x", AlertEvent.class);
        assertThat(removedFrom(before, before.replaceAll("(?m)^ *\"detail\": .*\n", "")))
                .containsExactly("detail");
    }

    static List<String> removedFrom(String before, String after) {
        Map<String, String> now = properties(after);
        return properties(before).entrySet().stream()
                .filter(old -> !old.getValue().equals(now.get(old.getKey())))
                .filter(old -> !old.getValue().startsWith("{\"enum\""))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, String> properties(String schema) {
        Map<String, String> found = new TreeMap<>();
        Matcher matcher = PROPERTY.matcher(schema);
        while (matcher.find()) {
            found.put(matcher.group(2), matcher.group(3));
        }
        return found;
    }
}
