package dev.capstan.strategy.run.adapter.kafka;

import dev.capstan.contracts.Topics;
import dev.capstan.contracts.marketdata.CandleEvent;
import dev.capstan.kit.consumer.EventHandler;
import dev.capstan.strategy.run.application.ApplyCandle;
import dev.capstan.strategy.run.domain.Candle;
import dev.capstan.strategy.run.domain.UnusableCandleException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Every closed candle, once. */
@Component
class CandlesToRuns implements EventHandler<CandleEvent> {

    private final ApplyCandle apply;

    CandlesToRuns(ApplyCandle apply) {
        this.apply = apply;
    }

    @Override
    public String consumerName() {
        return "strategy-candles";
    }

    @Override
    public String topic() {
        return Topics.CANDLE_EVENTS;
    }

    @Override
    public Class<CandleEvent> payloadType() {
        return CandleEvent.class;
    }

    @Override
    public void apply(CandleEvent event, UUID eventId, Instant occurredAt) {
        Duration interval =
                Duration.between(event.openTime(), event.closeTime()).plusMillis(1);
        try {
            apply.apply(event.instrumentId(), event.marketEpoch(), interval, candle(event));
        } catch (UnusableCandleException e) {
            apply.unusable(event.instrumentId(), event.marketEpoch(), interval, e);
        }
    }

    private static Candle candle(CandleEvent event) {
        return Candle.of(
                event.openTime(),
                event.openPrice(),
                event.highPrice(),
                event.lowPrice(),
                event.closePrice(),
                event.volume());
    }
}
