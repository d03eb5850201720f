package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.operation.Endpoint.Role;
import dev.capstan.simulator.binance.protocol.ApiErrors;
import dev.capstan.simulator.binance.protocol.ListJson;
import dev.capstan.simulator.binance.protocol.ParameterErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.Trading;
import dev.capstan.simulator.exchange.command.Attempt;
import dev.capstan.simulator.exchange.command.ReplaceRequest;
import dev.capstan.simulator.exchange.command.Replacement;
import dev.capstan.simulator.exchange.order.OrderKey;
import dev.capstan.simulator.exchange.order.OrderRequest;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Canceling an order and placing another one with one request. */
final class ReplaceOperations {

    private final Trading trading;
    private final Symbols symbols;
    private final ClientIds clientIds = new ClientIds();
    private final OrderForm form;

    ReplaceOperations(Exchange exchange) {
        this.trading = exchange.trading();
        this.symbols = new Symbols(exchange);
        this.form = new OrderForm(symbols, clientIds);
    }

    List<Endpoint> endpoints() {
        return List.of(new Endpoint(
                "POST /api/v3/order/cancelReplace", "order.cancelReplace", Role.PLACE, any -> 1, this::replace));
    }

    private JsonNode replace(Call call) {
        ReplaceRequest request = request(call.parameters());
        ResponseType answer = ResponseType.read(
                call.parameters(), ResponseType.usual(request.placed().type()));
        Replacement replacement = trading.replace(call.account(), request, call.window());
        ListJson lists = new ListJson(call.times());
        ObjectNode halves = JsonNodeFactory.instance
                .objectNode()
                .put("cancelResult", result(replacement.canceled()))
                .put("newOrderResult", result(replacement.placed()));
        halves.set("cancelResponse", response(replacement.canceled(), lists::canceled));
        halves.set("newOrderResponse", response(replacement.placed(), placed -> answer.of(call.orders(), placed)));
        return judged(replacement, halves);
    }

    private static JsonNode judged(Replacement replacement, ObjectNode halves) {
        boolean canceled = replacement.canceled().isDone();
        boolean placed = replacement.placed().isDone();
        if (canceled && placed) {
            return halves;
        }
        throw canceled || placed ? ApiErrors.replacedInPart(halves) : ApiErrors.notReplaced(halves);
    }

    private ReplaceRequest request(Parameters parameters) {
        OrderRequest placed = form.read(parameters);
        Long orderId = parameters.whole("cancelOrderId").orElse(null);
        String clientId = parameters.text("cancelOrigClientOrderId").orElse(null);
        boolean stopOnFailure = stopsOnFailure(parameters.mandatory("cancelReplaceMode"));
        if (orderId == null && clientId == null) {
            throw ParameterErrors.bothEmpty("cancelOrigClientOrderId", "cancelOrderId");
        }
        return new ReplaceRequest(
                new OrderKey(placed.symbol(), orderId, clientId),
                Restrictions.read(parameters),
                parameters.clientId("cancelNewClientOrderId").orElseGet(clientIds::next),
                placed,
                stopOnFailure,
                cancelsWhenTooMany(parameters.text("orderRateLimitExceededMode").orElse("DO_NOTHING")));
    }

    private static boolean stopsOnFailure(String mode) {
        return switch (mode) {
            case "STOP_ON_FAILURE" -> true;
            case "ALLOW_FAILURE" -> false;
            default -> throw ParameterErrors.invalid("cancelReplaceMode");
        };
    }

    private static boolean cancelsWhenTooMany(String mode) {
        return switch (mode) {
            case "DO_NOTHING" -> false;
            case "CANCEL_ONLY" -> true;
            default -> throw ParameterErrors.invalid("orderRateLimitExceededMode");
        };
    }

    private static String result(Attempt<?> attempt) {
        return switch (attempt) {
            case Attempt.Done<?> _ -> "SUCCESS";
            case Attempt.Refused<?> _ -> "FAILURE";
            case Attempt.NotMade<?> _ -> "NOT_ATTEMPTED";
        };
    }

    private static <T> JsonNode response(Attempt<T> attempt, Function<T, ObjectNode> words) {
        return switch (attempt) {
            case Attempt.Done<T> done -> words.apply(done.result());
            case Attempt.Refused<T> refused -> ApiErrors.of(refused.refused()).json();
            case Attempt.NotMade<T> _ -> JsonNodeFactory.instance.nullNode();
        };
    }
}
