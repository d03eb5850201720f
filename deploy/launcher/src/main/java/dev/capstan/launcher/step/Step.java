package dev.capstan.launcher.step;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A step that the venue made.
 *
 * @param number 1 for the first of the market's epoch
 * @param ended whether no candle follows
 */
public record Step(long number, boolean ended, List<Walked> instruments) {

    public Step {
        instruments = List.copyOf(instruments);
    }

    /**
     * What it did to one instrument.
     *
     * @param closed when the candle opened that is over now; null where the candles had ended before
     * @param opened when the candle opened that plays now; null where the candles have ended
     * @param price that plays now
     */
    public record Walked(
            String symbol,
            @Nullable Instant closed,
            @Nullable Instant opened,
            BigDecimal price) {}

    static Step of(JsonNode answer) {
        List<Walked> walked = new ArrayList<>();
        answer.path("instruments")
                .forEach(each -> walked.add(new Walked(
                        each.path("symbol").asString(),
                        time(each.path("closed")),
                        time(each.path("opened")),
                        new BigDecimal(each.path("price").asString()))));
        return new Step(answer.path("step").asLong(), answer.path("ended").asBoolean(), walked);
    }

    private static @Nullable Instant time(JsonNode millis) {
        return millis.isIntegralNumber() ? Instant.ofEpochMilli(millis.asLong()) : null;
    }
}
