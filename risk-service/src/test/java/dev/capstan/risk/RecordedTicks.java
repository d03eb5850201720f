package dev.capstan.risk;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.marketdata.TickEvent;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.kit.consumer.View;
import dev.capstan.kit.consumer.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/** Plays ticks by hand where Kafka would; compacted topics are empty. */
public final class RecordedTicks implements Views {

    private final List<Consumer<TickEvent>> listeners = new ArrayList<>();

    public void tick(InstrumentId instrumentId, String price) {
        TickEvent tick = new TickEvent(
                instrumentId, "test", Price.parse(price), Quantity.parse("1"), 1, Instant.EPOCH, Instant.EPOCH);
        listeners.forEach(listener -> listener.accept(tick));
    }

    @Override
    public <T> void tail(String topic, Class<T> payloadType, Consumer<T> onRecord) {
        listeners.add(tick -> onRecord.accept(payloadType.cast(tick)));
    }

    @Override
    public <T> View<T> follow(String topic, Class<T> payloadType, ToLongFunction<T> version) {
        return new EmptyView<>();
    }

    private record EmptyView<T>() implements View<T> {

        @Override
        public Optional<T> get(String key) {
            return Optional.empty();
        }

        @Override
        public Collection<T> all() {
            return List.of();
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public boolean isStale(String key) {
            return true;
        }
    }
}
