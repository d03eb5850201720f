package dev.capstan.bench.orders;

import dev.capstan.bench.figures.Durations;
import dev.capstan.bench.figures.Percentiles;
import dev.capstan.bench.orders.OrderLoad.Placed;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of the orders of one run.
 *
 * @param accept from due to answered
 * @param position from answered to the position seen; nothing below zero, though the position may come before the answer was read
 * @param total from due to the position seen
 * @param errors how many orders failed in each way; empty when all is well
 */
record Outcome(int orders, Percentiles accept, Percentiles position, Percentiles total, Map<String, Integer> errors) {

    private static final int SHOWN = 160;

    static Outcome of(Collection<Placed> placed, PositionWatch watch) {
        Durations accept = new Durations();
        Durations position = new Durations();
        Durations total = new Durations();
        Map<String, Integer> errors = new TreeMap<>();
        for (Placed order : placed) {
            if (!order.isAccepted()) {
                errors.merge(shortened(order.answer()), 1, Integer::sum);
                continue;
            }
            accept.add(order.answered() - order.due());
            Optional<Long> seen = watch.positionSeen(order.orderId())
                    .filter(at -> at - order.due() <= OrdersSettings.POSITION_LIMIT.toNanos());
            if (seen.isEmpty()) {
                errors.merge(
                        watch.isFilled(order.orderId()) ? "no position event within 10 s" : "not FILLED within 10 s",
                        1,
                        Integer::sum);
                continue;
            }
            position.add(Math.max(0, seen.get() - order.answered()));
            total.add(seen.get() - order.due());
        }
        return new Outcome(
                placed.size(), accept.percentiles(), position.percentiles(), total.percentiles(), Map.copyOf(errors));
    }

    int errorCount() {
        return errors.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Ids and instants would make each error a kind of its own. */
    private static String shortened(String answer) {
        String alike = answer.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…");
        return alike.length() <= SHOWN ? alike : alike.substring(0, SHOWN);
    }
}
