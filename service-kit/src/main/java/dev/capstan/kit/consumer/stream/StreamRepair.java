package dev.capstan.kit.consumer.stream;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.kit.consumer.Delivered;
import dev.capstan.kit.consumer.stream.StreamApplier.Mode;
import dev.capstan.kit.failure.Infrastructure;
import dev.capstan.kit.json.EventJson;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Brings a key up to date from execution. Fetches between transactions, never inside one. */
final class StreamRepair {

    private static final Logger log = LoggerFactory.getLogger(StreamRepair.class);

    private final PositionRows rows;
    private final StreamApplier applier;
    private final StreamSource source;
    private final EventJson json;

    StreamRepair(PositionRows rows, StreamApplier applier, StreamSource source, EventJson json) {
        this.rows = rows;
        this.applier = applier;
        this.source = source;
        this.json = json;
    }

    /**
     * Applies all that execution has beyond the last applied number. Parks the key when an event fails even so; a parked key is left
     * where it is.
     *
     * @return the last number then applied
     */
    long catchUp(StreamKey key) {
        while (true) {
            Position position = rows.find(key);
            if (position.parked()) {
                return position.lastNumber();
            }
            StreamSource.Page page = source.after(key, position.lastNumber());
            long last = applyPage(key, position.lastNumber(), page, Mode.LIVE);
            if (last >= page.lastNumber()) {
                return parkIfStillBehind(key, last);
            }
        }
    }

    /** We hold an event that execution does not know. It has lost something; nothing after it can be trusted for this key. */
    private long parkIfStillBehind(StreamKey key, long last) {
        Position position = rows.find(key);
        if (position.lastNumber() == last
                && position.isBehind()
                && source.after(key, last).items().isEmpty()) {
            applier.park(
                    key,
                    last + 1,
                    "execution knows numbers up to " + last + " only, heard of " + position.knownNumber());
        }
        return position.lastNumber();
    }

    /**
     * Tries a parked key again. What execution has is applied while the key is still parked; the last step, which finds nothing more to
     * apply, un-parks it. Records that came meanwhile were left alone, so one more look follows.
     */
    boolean unpark(StreamKey key) {
        while (true) {
            Position position = rows.find(key);
            if (!position.parked()) {
                return true;
            }
            StreamSource.Page page = source.after(key, position.lastNumber());
            long last = applyPage(key, position.lastNumber(), page, Mode.UNPARKING);
            if (last < position.lastNumber() + page.items().size()) {
                return false;
            }
            if (last >= page.lastNumber() && applier.unpark(key, page.lastNumber())) {
                catchUp(key);
                return !rows.find(key).parked();
            }
        }
    }

    /** Returns the last number then applied; less than the page holds when the key was parked on the way. */
    private long applyPage(StreamKey key, long after, StreamSource.Page page, Mode mode) {
        List<Delivered> readable = new ArrayList<>();
        String unreadable = read(key, after, page, readable);
        long last = applyFetched(key, after, readable, mode);
        if (last >= after + readable.size() && unreadable != null) {
            applier.park(key, last + 1, unreadable);
        }
        return last;
    }

    private long applyFetched(StreamKey key, long after, List<Delivered> events, Mode mode) {
        if (events.isEmpty()) {
            return after;
        }
        try {
            return applier.apply(key, events, mode).position().lastNumber();
        } catch (RuntimeException e) {
            rethrowIfInfrastructure(e);
            return oneByOne(key, after, events, mode);
        }
    }

    /** One of them is broken; those before it count all the same. */
    private long oneByOne(StreamKey key, long after, List<Delivered> events, Mode mode) {
        long last = after;
        for (Delivered incoming : events) {
            try {
                last = applier.apply(key, List.of(incoming), mode).position().lastNumber();
            } catch (RuntimeException e) {
                rethrowIfInfrastructure(e);
                log.error("Event {} of {} cannot be applied as execution tells it", incoming.number(), key, e);
                applier.park(key, incoming.number(), reason(e));
                return last;
            }
        }
        return last;
    }

    /** Reads until one cannot be; answers why, or null when all could. */
    private @org.jspecify.annotations.Nullable String read(
            StreamKey key, long after, StreamSource.Page page, List<Delivered> readable) {
        long expected = after + 1;
        for (JsonNode item : page.items()) {
            try {
                OrderEvent event = json.read(item, OrderEvent.class);
                if (event.number() != expected || !event.streamKey().equals(key)) {
                    return "execution gave number " + event.number() + " of " + event.streamKey() + " for number "
                            + expected;
                }
                readable.add(new Delivered(event, null));
                expected++;
            } catch (JacksonException e) {
                return "number " + expected + " as execution tells it cannot be read: " + e.getOriginalMessage();
            }
        }
        return null;
    }

    static void rethrowIfInfrastructure(RuntimeException e) {
        if (Infrastructure.isAway(e)) {
            throw e;
        }
    }

    static String reason(RuntimeException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
