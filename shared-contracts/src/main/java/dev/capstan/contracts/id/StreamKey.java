package dev.capstan.contracts.id;

import dev.capstan.contracts.TextValue;

/**
 * Key of one numbered stream of order events, and their Kafka key: {@code <accountId>|<instrumentId>}.
 *
 * <p>Numbers within a stream start at 1 and have no gaps.
 */
public record StreamKey(AccountId accountId, InstrumentId instrumentId) implements TextValue, Comparable<StreamKey> {

    /**
     * Reads {@code <accountId>|<instrumentId>}.
     *
     * @throws IllegalArgumentException naming the expected form
     */
    public static StreamKey parse(String text) {
        int bar = text.indexOf('|');
        if (bar < 0) {
            throw new IllegalArgumentException("expected <accountId>|<instrumentId>, got: " + text);
        }
        return new StreamKey(AccountId.parse(text.substring(0, bar)), InstrumentId.parse(text.substring(bar + 1)));
    }

    @Override
    public String text() {
        return accountId.text() + "|" + instrumentId.text();
    }

    /** The one order in which stream rows are locked everywhere. */
    @Override
    public int compareTo(StreamKey other) {
        return text().compareTo(other.text());
    }

    @Override
    public String toString() {
        return text();
    }
}
