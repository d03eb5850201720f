/**
 * Kafka as every part of the kit uses it: {@link dev.capstan.kit.kafka.KafkaClients} makes clients with the settings our promises rest
 * on, {@link dev.capstan.kit.kafka.EventHeaders} writes and reads CloudEvents in binary mode, and at the start the topics are looked
 * for, because brokers create none by themselves.
 */
@NullMarked
package dev.capstan.kit.kafka;

import org.jspecify.annotations.NullMarked;
