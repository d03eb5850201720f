package dev.capstan.portfolio.rebuild.adapter.kafka;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.portfolio.ledger.LedgerConsumer;
import dev.capstan.portfolio.rebuild.domain.OrderStreams;
import org.springframework.stereotype.Component;

@Component
class LedgerStreams implements OrderStreams {

    private final StreamPositions positions;

    LedgerStreams(StreamPositions positions) {
        this.positions = positions;
    }

    @Override
    public long lastApplied(StreamKey key) {
        return positions.lastApplied(LedgerConsumer.NAME, key);
    }

    @Override
    public void rewind(StreamKey key) {
        positions.rewind(LedgerConsumer.NAME, key);
    }

    @Override
    public long catchUp(StreamKey key) {
        return positions.catchUp(LedgerConsumer.NAME, key);
    }
}
