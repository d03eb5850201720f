package dev.capstan.trading.order;

import static dev.capstan.trading.order.OrderStage.ACCEPTED;
import static dev.capstan.trading.order.OrderStage.CANCELED;
import static dev.capstan.trading.order.OrderStage.DENIED;
import static dev.capstan.trading.order.OrderStage.EXPIRED;
import static dev.capstan.trading.order.OrderStage.FILLED;
import static dev.capstan.trading.order.OrderStage.NEW_APPROVED;
import static dev.capstan.trading.order.OrderStage.NEW_UNDECIDED;
import static dev.capstan.trading.order.OrderStage.PARTIALLY_FILLED;
import static dev.capstan.trading.order.OrderStage.REJECTED;
import static dev.capstan.trading.order.OrderStage.SUBMITTED;
import static dev.capstan.trading.order.OrderStage.UNKNOWN;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which state of an order may follow which; whatever is not listed here is an error. */
public final class OrderTransitions {

    private static final Map<OrderStage, Set<OrderStage>> TABLE = table();

    private OrderTransitions() {}

    /** Whether the table lists the move. */
    public static boolean allows(OrderStage from, OrderStage to) {
        Set<OrderStage> listed = TABLE.get(from);
        return listed != null && listed.contains(to);
    }

    /** All stages that may follow {@code from}. */
    public static Set<OrderStage> after(OrderStage from) {
        return EnumSet.copyOf(TABLE.getOrDefault(from, EnumSet.noneOf(OrderStage.class)));
    }

    /**
     * Returns {@code to}.
     *
     * @throws IllegalOrderTransitionException naming both stages, when the table does not list the move
     */
    public static OrderStage require(OrderStage from, OrderStage to) {
        if (!allows(from, to)) {
            throw new IllegalOrderTransitionException(from, to);
        }
        return to;
    }

    /** Why a move that looks wrong at first sight is right; empty for the plain ones. */
    public static Optional<String> reason(OrderStage from, OrderStage to) {
        return allows(from, to) ? Optional.ofNullable(oddity(from, to)) : Optional.empty();
    }

    private static Map<OrderStage, Set<OrderStage>> table() {
        Map<OrderStage, Set<OrderStage>> table = new EnumMap<>(OrderStage.class);
        table.put(NEW_UNDECIDED, EnumSet.of(NEW_APPROVED, DENIED, CANCELED));
        table.put(NEW_APPROVED, EnumSet.of(SUBMITTED, DENIED, EXPIRED, CANCELED));
        table.put(
                SUBMITTED,
                EnumSet.of(SUBMITTED, ACCEPTED, PARTIALLY_FILLED, FILLED, CANCELED, EXPIRED, REJECTED, UNKNOWN));
        table.put(UNKNOWN, EnumSet.of(ACCEPTED, PARTIALLY_FILLED, FILLED, CANCELED, EXPIRED, REJECTED));
        table.put(ACCEPTED, EnumSet.of(PARTIALLY_FILLED, FILLED, CANCELED, EXPIRED));
        table.put(PARTIALLY_FILLED, EnumSet.of(PARTIALLY_FILLED, FILLED, CANCELED, EXPIRED));
        Arrays.stream(OrderStage.values())
                .filter(OrderStage::isTerminal)
                .forEach(stage -> table.put(stage, EnumSet.of(ACCEPTED, PARTIALLY_FILLED)));
        return table;
    }

    private static @Nullable String oddity(OrderStage from, OrderStage to) {
        if (from.isTerminal()) {
            return "re-opened: the venue contradicted what was proven, its word counts; somebody is alerted";
        }
        if (from == SUBMITTED && to == SUBMITTED) {
            return "next attempt: the venue's stored answer says that the one before was certainly not executed";
        }
        if (from == NEW_APPROVED && to == DENIED) {
            return "halted, or an earlier order fell in doubt, between the approval and the claim";
        }
        if (from == UNKNOWN && to == EXPIRED) {
            return "the venue says so, or it is proven that the submit never arrived";
        }
        if (from == PARTIALLY_FILLED && to == PARTIALLY_FILLED) {
            return "one more fill";
        }
        return null;
    }
}
