package dev.capstan.kit.consumer.stream;

/**
 * Where a consumer stands in a stream.
 *
 * @param lastNumber last applied
 * @param knownNumber highest number heard of
 */
record Position(long lastNumber, long knownNumber, boolean parked) {

    static final Position START = new Position(0, 0, false);

    boolean isBehind() {
        return knownNumber > lastNumber;
    }
}
