package dev.capstan.simulator.exchange;

import dev.capstan.simulator.exchange.account.Balance;
import dev.capstan.simulator.exchange.report.ExchangeListener;
import dev.capstan.simulator.exchange.report.ExecutionReport;
import dev.capstan.simulator.exchange.report.ListReport;
import dev.capstan.simulator.exchange.report.MarketTrade;
import dev.capstan.simulator.exchange.state.StateChange;
import dev.capstan.simulator.exchange.state.StateLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes one line of the journal of many changes, so that they are kept all or not at all, and tells of them when it is written. Outside of
 * {@link #together} everything goes straight through.
 *
 * <p>A line that cannot be written, for want of room, stays: nothing is kept, told or done before it is.
 */
final class OneLine implements StateLog, ExchangeListener {

    private final StateLog log;
    private final ExchangeListener listener;
    private final List<StateChange> changes = new ArrayList<>();
    private final List<Consumer<ExchangeListener>> news = new ArrayList<>();
    private boolean open;

    OneLine(StateLog log, ExchangeListener listener) {
        this.log = log;
        this.listener = listener;
    }

    /** Returns when all that {@code commands} change would survive the end of this process, and was told. */
    void together(Runnable commands) {
        write();
        open = true;
        try {
            commands.run();
        } finally {
            open = false;
        }
        write();
    }

    /** Writes what could not be written before. */
    void write() {
        if (!changes.isEmpty()) {
            log.append(StateChange.of(changes));
            changes.clear();
        }
        news.forEach(each -> each.accept(listener));
        news.clear();
    }

    @Override
    public void append(StateChange change) {
        if (open) {
            changes.add(change);
        } else {
            write();
            log.append(change);
        }
    }

    private void tell(Consumer<ExchangeListener> event) {
        if (open) {
            news.add(event);
        } else {
            event.accept(listener);
        }
    }

    @Override
    public void executionReport(ExecutionReport report) {
        tell(to -> to.executionReport(report));
    }

    @Override
    public void listStatus(ListReport report) {
        tell(to -> to.listStatus(report));
    }

    @Override
    public void balancesChanged(long uid, List<Balance> balances, long at) {
        tell(to -> to.balancesChanged(uid, balances, at));
    }

    @Override
    public void transferred(long uid, String asset, long amount, long at) {
        tell(to -> to.transferred(uid, asset, amount, at));
    }

    @Override
    public void marketTrade(MarketTrade trade) {
        tell(to -> to.marketTrade(trade));
    }

    @Override
    public void candleClosed(String symbol, long index) {
        tell(to -> to.candleClosed(symbol, index));
    }
}
