package dev.capstan.trading.engine;

import dev.capstan.contracts.order.DenialReason;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.risk.Denial;
import dev.capstan.trading.risk.RiskCheck;
import dev.capstan.trading.risk.RiskPolicies;
import dev.capstan.trading.risk.exposure.InstrumentExposure;
import dev.capstan.trading.risk.exposure.NetQuantity;
import dev.capstan.trading.risk.exposure.OpenOrder;
import dev.capstan.trading.run.InstrumentRules;
import dev.capstan.trading.run.StrategyRun;
import dev.capstan.trading.run.TradeIntent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an order must pass before it meets the market: the venue's rules, the account's balance, and risk's policies as they hold live. */
final class EntryChecks {

    private static final RiskPolicies POLICIES = RiskPolicies.all();
    private static final Price SAME_ASSET = Price.parse("1");

    private final InstrumentRules instrument;
    private final @Nullable RiskLimits limits;

    EntryChecks(InstrumentRules instrument, @Nullable RiskLimits limits) {
        this.instrument = instrument;
        this.limits = limits;
    }

    /**
     * Why {@code intent} is refused while {@code price} is what it would get; null when it is not.
     *
     * @param amount of the whole quantity at that price
     */
    @Nullable
    DenialReason judge(TradeIntent intent, long price, long amount, StrategyRun run) {
        if (!instrument.allowsAmount(intent.quantity(), amount)) {
            return DenialReason.NOTIONAL_OUT_OF_RANGE;
        }
        if (intent.isEntry() && amount > run.cash()) {
            return DenialReason.BALANCE_INSUFFICIENT;
        }
        return limits == null ? null : judge(limits, intent, price, run);
    }

    private static @Nullable DenialReason judge(RiskLimits limits, TradeIntent intent, long price, StrategyRun run) {
        Price mark = Price.of(Decimal8.decimal(price));
        OpenOrder order = new OpenOrder(intent.side(), Quantity.of(Decimal8.decimal(intent.quantity())), mark);
        NetQuantity held = NetQuantity.of(Decimal8.decimal(run.holding()));
        RiskCheck check = new RiskCheck(
                new InstrumentExposure(held, List.of(), mark),
                order,
                null,
                null,
                Money.ZERO,
                SAME_ASSET,
                0,
                limits.instrument(),
                limits.account());
        return POLICIES.judge(check).map(Denial::reason).orElse(null);
    }
}
