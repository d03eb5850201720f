package dev.capstan.risk.mark;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.marketdata.TickEvent;
import dev.capstan.kit.consumer.Views;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The newest mark of every instrument, in memory: lost on a restart and back with the next tick. */
@Component
public class Marks {

    private final Map<InstrumentId, Mark> marks = new ConcurrentHashMap<>();
    private final MarkSettings settings;
    private final Clock clock;

    Marks(MarkSettings settings, Clock clock, Views views) {
        this.settings = settings;
        this.clock = clock;
        views.tail(Topics.TICK_EVENTS, TickEvent.class, this::take);
    }

    void take(TickEvent tick) {
        Instant now = clock.instant();
        marks.put(tick.instrumentId(), new Mark(tick.lastPrice(), now, now.plus(freshFor(tick.speed()))));
    }

    /** The mark a decision may rest on; empty when none arrived lately. */
    public Optional<Mark> fresh(InstrumentId instrumentId) {
        return lastKnown(instrumentId)
                .filter(mark -> clock.instant().isBefore(mark.staleAt()))
                .filter(mark -> !mark.price().isZero());
    }

    /** The newest mark, stale or not. */
    public Optional<Mark> lastKnown(InstrumentId instrumentId) {
        return Optional.ofNullable(marks.get(instrumentId));
    }

    Collection<Mark> all() {
        return marks.values();
    }

    private Duration freshFor(double speed) {
        if (!(speed > 1)) {
            return settings.staleAfter();
        }
        Duration scaled = Duration.ofNanos(Math.round(settings.staleAfter().toNanos() / speed));
        return scaled.compareTo(settings.staleFloor()) < 0 ? settings.staleFloor() : scaled;
    }
}
