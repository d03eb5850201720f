package dev.capstan.execution.order.application;

import dev.capstan.contracts.tradingstate.TradingStateEvent;
import dev.capstan.execution.order.domain.Order;
import java.util.Optional;

/**
 * All that decides about a claim, read under the locks that keep it true until the commit.
 *
 * @param sessionIsOurs by owner, fence and the database's clock
 * @param halt what stops the order; not looked for in a session that is not ours
 * @param inDoubt whether an order of the stream has an unknown outcome; only holders of the stream's row can change that
 */
public record ClaimView(Order order, boolean sessionIsOurs, Optional<TradingStateEvent> halt, boolean inDoubt) {}
