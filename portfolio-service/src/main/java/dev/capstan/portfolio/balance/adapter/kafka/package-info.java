/**
 * Balance snapshots in, alerts out: {@link dev.capstan.portfolio.balance.adapter.kafka.BalanceSnapshots}, {@link
 * dev.capstan.portfolio.balance.adapter.kafka.OperatorDriftAlerts}.
 */
@NullMarked
package dev.capstan.portfolio.balance.adapter.kafka;

import org.jspecify.annotations.NullMarked;
