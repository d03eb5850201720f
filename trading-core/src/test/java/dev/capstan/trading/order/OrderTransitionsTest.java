package dev.capstan.trading.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.value.OrderStatus;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTransitionsTest {

    /** Written out by hand from the design, not computed: every legal pair, one row per state. */
    private static final Map<String, String> LEGAL = Map.ofEntries(
            Map.entry("NEW_UNDECIDED", "NEW_APPROVED DENIED CANCELED"),
            Map.entry("NEW_APPROVED", "SUBMITTED DENIED EXPIRED CANCELED"),
            Map.entry("SUBMITTED", "SUBMITTED ACCEPTED PARTIALLY_FILLED FILLED CANCELED EXPIRED REJECTED UNKNOWN"),
            Map.entry("UNKNOWN", "ACCEPTED PARTIALLY_FILLED FILLED CANCELED EXPIRED REJECTED"),
            Map.entry("ACCEPTED", "PARTIALLY_FILLED FILLED CANCELED EXPIRED"),
            Map.entry("PARTIALLY_FILLED", "PARTIALLY_FILLED FILLED CANCELED EXPIRED"),
            Map.entry("FILLED", "ACCEPTED PARTIALLY_FILLED"),
            Map.entry("CANCELED", "ACCEPTED PARTIALLY_FILLED"),
            Map.entry("EXPIRED", "ACCEPTED PARTIALLY_FILLED"),
            Map.entry("REJECTED", "ACCEPTED PARTIALLY_FILLED"),
            Map.entry("DENIED", "ACCEPTED PARTIALLY_FILLED"));

    @ParameterizedTest
    @EnumSource(OrderStage.class)
    void allowsExactlyTheListedPairs(OrderStage from) {
        Set<OrderStage> legal = Arrays.stream(
                        LEGAL.getOrDefault(from.name(), "").split(" "))
                .map(OrderStage::valueOf)
                .collect(Collectors.toSet());

        for (OrderStage to : OrderStage.values()) {
            assertThat(OrderTransitions.allows(from, to)).as(from + " to " + to).isEqualTo(legal.contains(to));
        }
    }

    @ParameterizedTest
    @EnumSource(OrderStage.class)
    void namesBothStatesOfAnIllegalPair(OrderStage from) {
        for (OrderStage to : OrderStage.values()) {
            if (!OrderTransitions.allows(from, to)) {
                assertThatThrownBy(() -> OrderTransitions.require(from, to))
                        .isInstanceOf(IllegalOrderTransitionException.class)
                        .hasMessageContaining(from.name())
                        .hasMessageContaining(to.name());
            }
        }
    }

    @Test
    void knowsTheStageOfEveryStatus() {
        for (OrderStatus status : OrderStatus.values()) {
            assertThat(OrderStage.of(status, true).status()).isEqualTo(status);
            assertThat(OrderStage.of(status, false).status()).isEqualTo(status);
        }
        assertThat(OrderStage.of(OrderStatus.NEW, false)).isEqualTo(OrderStage.NEW_UNDECIDED);
    }

    @Test
    void givesTheReasonOfOddRowsOnly() {
        assertThat(OrderTransitions.reason(OrderStage.CANCELED, OrderStage.PARTIALLY_FILLED))
                .hasValueSatisfying(reason -> assertThat(reason).contains("re-opened"));
        assertThat(OrderTransitions.reason(OrderStage.SUBMITTED, OrderStage.SUBMITTED))
                .isPresent();
        assertThat(OrderTransitions.reason(OrderStage.NEW_UNDECIDED, OrderStage.NEW_APPROVED))
                .isEmpty();
        assertThat(OrderTransitions.reason(OrderStage.NEW_UNDECIDED, OrderStage.FILLED))
                .isEmpty();
    }
}
