package dev.capstan.trading.accounting;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.value.Money;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Commissions per asset they were charged in; no asset is converted into another, because a rate would be an opinion.
 *
 * @param byAsset sums above zero, in the order of asset names
 */
public record CommissionsPaid(SortedMap<Asset, Money> byAsset) {

    /** Nothing paid yet. */
    public static final CommissionsPaid NONE = new CommissionsPaid(new TreeMap<>(Comparator.comparing(Asset::value)));

    public CommissionsPaid {
        SortedMap<Asset, Money> copy = new TreeMap<>(Comparator.comparing(Asset::value));
        copy.putAll(byAsset);
        byAsset = Collections.unmodifiableSortedMap(copy);
    }

    public CommissionsPaid plus(PositionFill fill) {
        if (fill.commission().isZero()) {
            return this;
        }
        SortedMap<Asset, Money> sums = new TreeMap<>(byAsset);
        sums.merge(fill.commissionAsset(), fill.commission(), Money::plus);
        return new CommissionsPaid(sums);
    }

    /** Zero when nothing was charged in {@code asset}. */
    public Money in(Asset asset) {
        return byAsset.getOrDefault(asset, Money.ZERO);
    }
}
