package dev.capstan.simulator.exchange.matching;

import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.report.ExchangeListener;
import dev.capstan.simulator.exchange.state.Desk;
import dev.capstan.simulator.exchange.state.Transaction;
import dev.capstan.simulator.flow.Arrivals;
import dev.capstan.simulator.flow.FlowWalk;
import dev.capstan.simulator.flow.Intent;
import dev.capstan.simulator.market.Candle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets a market's flow act in the book that the accounts' orders rest in; while a price is held it goes on by itself, unseen. */
final class FlowStage implements FlowWalk.Stage {

    private final Closing closing;
    private final Matching matching;
    private final Desk desk;
    private final ExchangeListener listener;
    private final Market market;
    private final FlowWalk walk;

    FlowStage(Closing closing, Matching matching, Desk desk, ExchangeListener listener, Market market, FlowWalk walk) {
        this.closing = closing;
        this.matching = matching;
        this.desk = desk;
        this.listener = listener;
        this.market = market;
        this.walk = walk;
    }

    @Override
    public void perform(Intent intent) {
        if (market.isHeld()) {
            walk.performAlone(intent);
        } else {
            act(arrivals -> arrivals.meet(intent));
        }
    }

    /** Brings those together that have not met in this book so far: accounts with each other, and the flow with them. */
    void reopen() {
        Transaction transaction = closing.begin(market, market.book().size());
        matching.uncross(transaction, market);
        arrivals(transaction).meetAgain();
        closing.conclude(market, transaction);
    }

    private void act(Consumer<Arrivals> deed) {
        Transaction transaction = closing.begin(market, 0);
        deed.accept(arrivals(transaction));
        closing.conclude(market, transaction);
    }

    private Arrivals arrivals(Transaction transaction) {
        return new Arrivals(walk.book(), new AccountsInBook(matching.contingencies(), transaction, market));
    }

    @Override
    public void closed(long index, @Nullable Candle own) {
        String symbol = market.listing().symbol();
        if (own != null) {
            // Kept before anybody is told: what was told once is never told differently.
            desk.keep(symbol, index, own);
            walk.series().keep(index, own);
        }
        listener.candleClosed(symbol, index);
    }

    @Override
    public boolean isNobodysConcern(long low, long high) {
        return !market.book().isConcerned(low, high);
    }
}
