package dev.capstan.marketdata.architecture.wrong.binance;

import dev.capstan.marketdata.architecture.wrong.feed.FeedOfItsProtocol;
import org.apache.kafka.clients.producer.Producer;

/** Breaks both rules. */
public record ProtocolThatPublishes(Producer<String, byte[]> producer, FeedOfItsProtocol feed) {}
