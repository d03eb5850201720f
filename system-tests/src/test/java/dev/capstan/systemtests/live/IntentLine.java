package dev.capstan.systemtests.live;

import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.run.TradeIntent;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * An intent, and an attempt to carry it out.
 *
 * @param decidedAt market time, milliseconds
 * @param cause why the attempt ended; empty for one that has not, and for the engine's
 */
record IntentLine(
        int number,
        int attempt,
        long decidedAt,
        String side,
        String quantity,
        String stop,
        String reason,
        String cause) {

    static IntentLine ofApi(JsonNode line) {
        return new IntentLine(
                line.path("number").asInt(),
                line.path("attempt").asInt(),
                Instant.parse(line.path("decidedAt").asString()).toEpochMilli(),
                line.path("side").asString(),
                line.path("quantity").asString(),
                line.path("stop").asString(),
                line.path("reason").asString(),
                line.path("cause").asString(""));
    }

    static IntentLine ofEngine(TradeIntent intent) {
        return new IntentLine(
                intent.number(),
                1,
                intent.decidedAt(),
                intent.side().name(),
                Decimal8.text(intent.quantity()),
                Decimal8.text(intent.stop()),
                intent.reason().name(),
                "");
    }

    /** Its number, and {@link #what}. */
    String text() {
        return number + " " + what();
    }

    /** Time, side, quantity, stop; and the reason. */
    String what() {
        return Instant.ofEpochMilli(decidedAt) + " " + side + " " + quantity + " " + stop + " " + reason;
    }
}
