package dev.capstan.simulator.control;

import dev.capstan.simulator.binance.stream.MarketStreams;
import dev.capstan.simulator.binance.websocket.Connections;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.Steps;
import dev.capstan.simulator.exchange.command.Step;
import dev.capstan.simulator.exchange.command.StepAnswer;
import dev.capstan.simulator.journal.RequestJournal;
import dev.capstan.trading.fixed.Decimal8;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Moves a market whose time stands still. */
final class StepActions {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final long NEXT = 0;

    private final Exchange exchange;
    private final MarketStreams marketStreams;
    private final Connections connections;
    private final RequestJournal requests;

    StepActions(Exchange exchange, MarketStreams marketStreams, Connections connections, RequestJournal requests) {
        this.exchange = exchange;
        this.marketStreams = marketStreams;
        this.connections = connections;
        this.requests = requests;
    }

    Map<String, ControlHandler.Action> byAddress() {
        return Map.of("POST /control/step", this::step, "GET /control/activity", any -> activity());
    }

    /** Whether everybody has received what the last step sent, and how much was ever done here. */
    private JsonNode activity() {
        ObjectNode json = NODES.objectNode();
        json.putObject("pending").put("listeners", connections.behindMark());
        return json.put("done", requests.last() + exchange.marketClock().steps());
    }

    /** What moves the market's time, and how far it has. */
    void describe(ObjectNode json) {
        exchange.steps()
                .ifPresentOrElse(
                        steps -> json.put("mode", "step")
                                .put("step", exchange.marketClock().steps())
                                .put("ended", steps.ended()),
                        () -> json.put("mode", "clock"));
    }

    private JsonNode step(ControlRequest request) {
        request.only("expect");
        long expected = request.whole("expect", NEXT);
        if (expected < 1 && request.body().has("expect")) {
            throw new ControlException("expect", "expected the number of a step, 1 or more");
        }
        Steps steps = exchange.steps()
                .orElseThrow(() -> ControlException.conflict(
                        null, "the clock moves this market: start the simulator with --step for steps"));
        return switch (expected == NEXT ? steps.next() : steps.reach(expected)) {
            case StepAnswer.Refused(String field, String reason) -> throw ControlException.conflict(field, reason);
            case Step step -> {
                // The candle that opened is told at once, and not when the next look at the running ones is due.
                marketStreams.sendRunningCandles(exchange);
                connections.mark("step-" + step.number());
                yield json(step);
            }
        };
    }

    private static JsonNode json(Step step) {
        ObjectNode json = NODES.objectNode().put("step", step.number()).put("ended", step.ended());
        ArrayNode instruments = json.putArray("instruments");
        step.instruments()
                .forEach(each -> instruments
                        .addObject()
                        .put("symbol", each.symbol())
                        .put("closed", each.closed())
                        .put("opened", each.opened())
                        .put("price", Decimal8.text(each.price())));
        return json;
    }
}
