/**
 * The bare pipeline: what two chained hops from a commit to a consumer cost on this machine with nothing of Capstan in between.
 *
 * <p>insert and outbox row, one commit → relay → Kafka → consumer, effect and outbox row, one commit → relay → Kafka → consumer. The same
 * PostgreSQL and Kafka, the same durability settings and the same rate as the benchmark it stands beside; see {@link
 * dev.capstan.bench.pipeline.BarePipeline}.
 */
@NullMarked
package dev.capstan.bench.pipeline;

import org.jspecify.annotations.NullMarked;
