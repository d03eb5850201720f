package dev.capstan.portfolio.position;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.marketdata.TickEvent;
import dev.capstan.kit.consumer.Views;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest mark of every instrument, in memory only: gone with a restart and back with the next trade. */
@Component
class Marks {

    private final Map<InstrumentId, Mark> marks = new ConcurrentHashMap<>();
    private final MarkSettings settings;
    private final Clock clock;

    Marks(MarkSettings settings, Clock clock, Views views) {
        this.settings = settings;
        this.clock = clock;
        views.tail(Topics.TICK_EVENTS, TickEvent.class, this::take);
    }

    void take(TickEvent tick) {
        marks.put(
                tick.instrumentId(),
                new Mark(tick.lastPrice(), tick.occurredAt(), clock.instant().plus(settings.freshFor(tick.speed()))));
    }

    /** The newest mark, stale or not; null when none was seen since the start. */
    @Nullable
    Mark of(InstrumentId instrumentId) {
        return marks.get(instrumentId);
    }
}
