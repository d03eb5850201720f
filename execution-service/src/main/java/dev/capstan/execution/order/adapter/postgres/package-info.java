/**
 * Orders in PostgreSQL. {@link dev.capstan.execution.order.adapter.postgres.JdbcOrderStreams} writes an order, its events, its fills and
 * the stream's number with one statement, under the lock of the stream's row.
 */
@NullMarked
package dev.capstan.execution.order.adapter.postgres;

import org.jspecify.annotations.NullMarked;
