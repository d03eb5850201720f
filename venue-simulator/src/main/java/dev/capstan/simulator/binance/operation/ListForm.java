package dev.capstan.simulator.binance.operation;

import dev.capstan.contracts.value.Side;
import dev.capstan.simulator.binance.protocol.PairErrors;
import dev.capstan.simulator.binance.protocol.ParameterErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.exchange.order.Contingency;
import dev.capstan.simulator.exchange.order.ListRequest;
import dev.capstan.simulator.exchange.order.OrderRequest;
import dev.capstan.simulator.exchange.order.OrderType;
import java.util.ArrayList;
import java.util.List;

/** Reads an order list from a request, complaining as the venue does. */
record ListForm(Symbols symbols, ClientIds clientIds, OrderForm orders) {

    /** Two orders of which only one can trade. */
    ListRequest oneCancelsOther(Parameters parameters) {
        String symbol = symbols.mandatory(parameters);
        return list(parameters, symbol, Contingency.OCO, pair(parameters, symbol, "above", "below", ""));
    }

    /** An order, and one that waits for it. */
    ListRequest oneTriggersOther(Parameters parameters) {
        String symbol = symbols.mandatory(parameters);
        OrderRequest working = working(parameters, symbol);
        OrderRequest pending = orders.read(parameters, symbol, LegNames.of("pending"));
        return list(parameters, symbol, Contingency.OTO, List.of(working, pending));
    }

    /** An order, and two that wait for it, of which only one can trade. */
    ListRequest oneTriggersPair(Parameters parameters) {
        String symbol = symbols.mandatory(parameters);
        List<OrderRequest> all = new ArrayList<>();
        all.add(working(parameters, symbol));
        all.addAll(pair(parameters, symbol, "pendingAbove", "pendingBelow", "pending"));
        return list(parameters, symbol, Contingency.OTO, all);
    }

    private ListRequest list(
            Parameters parameters, String symbol, Contingency contingency, List<OrderRequest> requests) {
        String id = parameters.clientId("listClientOrderId").orElseGet(clientIds::next);
        return new ListRequest(symbol, id, contingency, requests);
    }

    private OrderRequest working(Parameters parameters, String symbol) {
        OrderRequest working = orders.read(parameters, symbol, LegNames.of("working"));
        if (working.type() != OrderType.LIMIT && working.type() != OrderType.LIMIT_MAKER) {
            throw ParameterErrors.invalidOrderType();
        }
        return working;
    }

    private List<OrderRequest> pair(
            Parameters parameters, String symbol, String aboveName, String belowName, String common) {
        OrderRequest above = orders.read(parameters, symbol, LegNames.of(aboveName, common));
        OrderRequest below = orders.read(parameters, symbol, LegNames.of(belowName, common));
        checkTypes(above.side(), above.type(), below.type());
        return List.of(above, below);
    }

    /** One has to be a stop on the losing side, the other one a limit or a take profit on the winning side. */
    private static void checkTypes(Side side, OrderType above, OrderType below) {
        if (!mayBePaired(above) || !mayBePaired(below)) {
            throw PairErrors.notForPairs();
        }
        if (above == OrderType.LIMIT_MAKER && below == OrderType.LIMIT_MAKER) {
            throw PairErrors.bothAreLimits();
        }
        boolean buy = side == Side.BUY;
        OrderType winning = buy ? below : above;
        OrderType losing = buy ? above : below;
        if (losing == OrderType.LIMIT_MAKER) {
            throw PairErrors.limitOnTheWrongSide(buy);
        }
        if (winning.isStopLoss()) {
            throw PairErrors.stopOnTheWrongSide(buy);
        }
        if (losing.isTakeProfit()) {
            throw PairErrors.takeProfitOnTheWrongSide(buy);
        }
    }

    private static boolean mayBePaired(OrderType type) {
        return type != OrderType.LIMIT && type != OrderType.MARKET;
    }
}
