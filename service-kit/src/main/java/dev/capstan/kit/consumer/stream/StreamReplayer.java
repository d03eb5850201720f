package dev.capstan.kit.consumer.stream;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.consumer.deadletter.DeadLetter;
import dev.capstan.kit.consumer.deadletter.Replayer;
import java.util.Optional;

/**
 * An unreadable record of a numbered stream was a gap, and gaps are filled from execution when they are seen. Its dead letter is done when
 * the key stands where it is known to go; until then it stays as a reminder.
 */
final class StreamReplayer implements Replayer {

    private final String consumerName;
    private final PositionRows rows;

    StreamReplayer(String consumerName, PositionRows rows) {
        this.consumerName = consumerName;
        this.rows = rows;
    }

    @Override
    public String consumerName() {
        return consumerName;
    }

    @Override
    public void replay(DeadLetter letter) {
        Position position = keyOf(letter).map(rows::find).orElse(Position.START);
        if (position.parked() || position.isBehind()) {
            throw new IllegalStateException("the key is parked or behind; un-park it first");
        }
    }

    /** A record of no stream at all carried no number, so no stream misses it. */
    private static Optional<StreamKey> keyOf(DeadLetter letter) {
        try {
            return Optional.of(StreamKey.parse(letter.key()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
