package dev.capstan.simulator.exchange;

import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.command.Step;
import dev.capstan.simulator.exchange.command.StepAnswer;
import dev.capstan.simulator.exchange.matching.Floor;
import dev.capstan.simulator.exchange.state.Desk;
import dev.capstan.simulator.exchange.state.ExchangeState;
import dev.capstan.simulator.market.MarketClock;
import dev.capstan.simulator.market.Playback;
import dev.capstan.simulator.market.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves a market whose time stands still: a step walks the running candle of every instrument to its close and opens the next one. It is
 * one line of the journal, so a kill leaves the market before it or after it, never on the way.
 */
public final class Steps {

    private final ExchangeLock lock;
    private final ExchangeState state;
    private final OneLine line;
    private final Desk desk;
    private final Floor floor;

    Steps(ExchangeLock lock, ExchangeState state, OneLine line, Desk desk, Floor floor) {
        this.lock = lock;
        this.state = state;
        this.line = line;
        this.desk = desk;
        this.floor = floor;
    }

    /** Makes the next step. */
    public StepAnswer next() {
        return lock.get(this::make);
    }

    /** Makes step {@code number} if it is the next one; one that is made already is answered again and changes nothing. */
    public StepAnswer reach(long number) {
        return lock.get(() -> {
            long made = clock().steps();
            if (number == made) {
                line.write();
                return last();
            }
            return number == made + 1
                    ? make()
                    : new StepAnswer.Refused(
                            "expect", "the last step made is " + made + ", so the next is " + (made + 1));
        });
    }

    /** Whether all candles have played. */
    public boolean ended() {
        return lock.get(() -> positions().stream().allMatch(Position::ended));
    }

    private StepAnswer make() {
        if (ended()) {
            return new StepAnswer.Refused(null, "all candles have played: the last step was " + clock().steps());
        }
        MarketClock next = clock().next();
        line.together(() -> {
            floor.play(next.elapsedAfter(next.steps()));
            desk.start(next);
        });
        return last();
    }

    private Step last() {
        MarketClock clock = clock();
        return new Step(
                clock.steps(),
                ended(),
                floor.markets().stream().map(market -> walked(market, clock)).toList());
    }

    private static Step.Walked walked(Market market, MarketClock clock) {
        Playback playback = market.playback().orElseThrow();
        return new Step.Walked(
                market.listing().symbol(),
                openTime(playback, clock.elapsedAfter(clock.steps() - 1)),
                openTime(playback, clock.elapsedAfter(clock.steps())),
                market.price());
    }

    private static @Nullable Long openTime(Playback playback, long elapsed) {
        Position position = playback.positionAt(elapsed);
        return position.ended() ? null : playback.series().openTimeAt(position.index());
    }

    private List<Position> positions() {
        return floor.markets().stream()
                .map(market -> market.playback().orElseThrow().position())
                .toList();
    }

    private MarketClock clock() {
        return state.clock().orElseThrow();
    }
}
