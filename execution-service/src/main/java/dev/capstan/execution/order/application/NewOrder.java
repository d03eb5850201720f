package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import org.jspecify.annotations.Nullable;

/** What somebody asks for, checked in form, with the key that makes asking twice harmless. */
public record NewOrder(
        AccountId accountId,
        InstrumentId instrumentId,
        Side side,
        OrderType orderType,
        TimeInForce timeInForce,
        Quantity quantity,
        @Nullable Price limitPrice,
        @Nullable Price triggerPrice,
        String actingSubject,
        String idempotencyKey) {}
