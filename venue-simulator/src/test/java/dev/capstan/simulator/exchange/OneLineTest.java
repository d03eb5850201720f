package dev.capstan.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.simulator.exchange.account.Balance;
import dev.capstan.simulator.exchange.report.ExchangeListener;
import dev.capstan.simulator.exchange.report.ExecutionReport;
import dev.capstan.simulator.exchange.report.ListReport;
import dev.capstan.simulator.exchange.report.MarketTrade;
import dev.capstan.simulator.exchange.state.StateChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneLineTest {

    private final List<String> happened = new ArrayList<>();
    private boolean full;

    private final OneLine line = new OneLine(this::write, new Hearing());

    @Test
    void everythingTogetherIsOneLineAndToldAfterwards() {
        line.together(() -> {
            line.append(held("A", 1));
            line.candleClosed("A", 7);
            line.append(held("B", 2));
        });
        assertThat(happened).containsExactly("wrote A B", "told A 7");
    }

    @Test
    void singleChangesGoStraightThrough() {
        line.append(held("A", 1));
        line.candleClosed("A", 7);
        line.append(held("B", 2));
        assertThat(happened).containsExactly("wrote A", "told A 7", "wrote B");
    }

    @Test
    void whatCannotBeWrittenIsNotToldAndNothingPassesIt() {
        full = true;
        assertThatThrownBy(() -> line.together(() -> {
                    line.append(held("A", 1));
                    line.candleClosed("A", 7);
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> line.append(held("B", 2))).isInstanceOf(UncheckedIOException.class);
        assertThat(happened).isEmpty();
        full = false;
        line.append(held("B", 2));
        assertThat(happened).containsExactly("wrote A", "told A 7", "wrote B");
    }

    private void write(StateChange change) {
        if (full) {
            throw new UncheckedIOException(new IOException("No space left on device"));
        }
        happened.add("wrote "
                + String.join(
                        " ",
                        change.held().stream().map(StateChange.Held::symbol).toList()));
    }

    private static StateChange held(String symbol, long price) {
        return new StateChange(
                1,
                new StateChange.Counters(1, 1, 1, 1, 1),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new StateChange.Held(symbol, price)),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private final class Hearing implements ExchangeListener {

        @Override
        public void executionReport(ExecutionReport report) {
            throw new AssertionError(report);
        }

        @Override
        public void listStatus(ListReport report) {
            throw new AssertionError(report);
        }

        @Override
        public void balancesChanged(long uid, List<Balance> balances, long at) {
            throw new AssertionError(balances);
        }

        @Override
        public void transferred(long uid, String asset, long amount, long at) {
            throw new AssertionError(asset);
        }

        @Override
        public void marketTrade(MarketTrade trade) {
            throw new AssertionError(trade);
        }

        @Override
        public void candleClosed(String symbol, long index) {
            happened.add("told " + symbol + " " + index);
        }
    }
}
