package dev.capstan.kit.consumer.stream;

/** The parts of one consumer. */
record NumberedStream(PositionRows rows, StreamRepair repair, StreamConsumer consumer) {}
