/** Closed candles and the events of orders, as they come by Kafka. */
@NullMarked
package dev.capstan.strategy.run.adapter.kafka;

import org.jspecify.annotations.NullMarked;
