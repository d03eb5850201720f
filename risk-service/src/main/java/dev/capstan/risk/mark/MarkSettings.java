package dev.capstan.risk.mark;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.value.Price;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code capstan.risk.marks}.
 *
 * @param staleAfter at replay speed 1; divided by the speed above that
 * @param staleFloor the least it is divided down to
 * @param referenceAsset the asset account limits are written in
 * @param quoteAssets assets a symbol may end with; the longest that fits is its quote asset until a fill says otherwise
 * @param fixedRates what one unit of an asset counts in the reference asset when no market says it
 */
@Validated
@ConfigurationProperties("capstan.risk.marks")
record MarkSettings(
        @DefaultValue("5s") @NotNull Duration staleAfter,
        @DefaultValue("1s") @NotNull Duration staleFloor,
        @DefaultValue("USDT") @NotNull String referenceAsset,

        @DefaultValue({"USDT", "USDC", "FDUSD", "TUSD", "USD", "EUR", "TRY", "BTC", "ETH", "BNB"}) @NotEmpty
        List<String> quoteAssets,

        @Nullable Map<String, BigDecimal> fixedRates) {

    private static final Map<String, BigDecimal> AT_PAR =
            Map.of("USDT", BigDecimal.ONE, "USD", BigDecimal.ONE, "USDC", BigDecimal.ONE, "FDUSD", BigDecimal.ONE);

    MarkSettings {
        if (staleAfter.isNegative() || staleAfter.isZero()) {
            throw new IllegalArgumentException("stale-after: expected more than zero, got: " + staleAfter);
        }
        if (staleFloor.isNegative() || staleFloor.compareTo(staleAfter) > 0) {
            throw new IllegalArgumentException("stale-floor: expected zero to stale-after, got: " + staleFloor);
        }
        // Parsed once so that a bad value stops the start and not the first order.
        Asset.parse(referenceAsset);
        quoteAssets = quoteAssets.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        quoteAssets.forEach(Asset::parse);
        fixedRates = fixedRates == null ? AT_PAR : Map.copyOf(fixedRates);
        rates(fixedRates);
    }

    Asset reference() {
        return Asset.parse(referenceAsset);
    }

    Optional<Asset> quoteAssetOf(String symbol) {
        return quoteAssets.stream()
                .filter(asset -> symbol.length() > asset.length() && symbol.endsWith(asset))
                .findFirst()
                .map(Asset::parse);
    }

    Map<Asset, Price> rates() {
        return rates(fixedRates == null ? AT_PAR : fixedRates);
    }

    private static Map<Asset, Price> rates(Map<String, BigDecimal> texts) {
        return texts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        rate -> Asset.parse(rate.getKey()), rate -> Price.of(rate.getValue())));
    }
}
