package dev.capstan.contracts.backtest;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What was traded, by which rules.
 *
 * @param instrumentId null where the candles came from a file that does not say
 * @param tick smallest step of a price
 * @param lot smallest step of a quantity
 * @param minQuantity smallest order
 * @param maxQuantity largest order
 * @param minNotional smallest order in the quote asset
 */
public record EvidenceInstrument(
        @Nullable InstrumentId instrumentId,
        Price tick,
        Quantity lot,
        Quantity minQuantity,
        Quantity maxQuantity,
        Money minNotional) {}
