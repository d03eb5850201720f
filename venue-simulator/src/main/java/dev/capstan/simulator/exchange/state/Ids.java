package dev.capstan.simulator.exchange.state;

/**
 * Gives out numbers that are never given out again, also not after a crash.
 *
 * <p>Orders and executions are journaled with the change that uses them. The tape prints several trades a second that nothing else
 * journals, so trade ids are reserved in blocks beforehand; a restart goes on after the block.
 */
final class Ids {

    private static final long TRADE_BLOCK = 100_000;

    private long order;
    private long execution;
    private long trade;
    private long tradeCeiling;
    private long account;
    private long list;

    Ids(StateChange.Counters counters) {
        this.order = counters.order();
        this.execution = counters.execution();
        this.trade = counters.trade();
        this.tradeCeiling = counters.trade();
        this.account = counters.account();
        this.list = counters.list();
    }

    long nextOrder() {
        return order++;
    }

    long nextExecution() {
        return execution++;
    }

    long nextAccount() {
        return account++;
    }

    long nextList() {
        return list++;
    }

    /** Only after {@link #reserveTrades} left enough. */
    long nextTrade() {
        if (trade == tradeCeiling) {
            throw new IllegalStateException("expected trade ids to be reserved before they are used");
        }
        return trade++;
    }

    /** Reserves a block when fewer than {@code needed} ids are left; if so, {@link #counters} has to be journaled before they are used. */
    boolean reserveTrades(long needed) {
        if (trade + needed <= tradeCeiling) {
            return false;
        }
        tradeCeiling = trade + needed + TRADE_BLOCK;
        return true;
    }

    StateChange.Counters counters() {
        return new StateChange.Counters(order, execution, tradeCeiling, account, list);
    }
}
