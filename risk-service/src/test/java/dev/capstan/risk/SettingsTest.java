package dev.capstan.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Every settings record of the service: its defaults, all of its names, and nonsense. */
class SettingsTest {

    @ParameterizedTest
    @CsvSource({
        "capstan.risk.limits, dev.capstan.risk.limit.LimitSettings, 'LimitSettings[accountExposure=250000, instrumentExposure=100000, priceCollarPercent=5, openOrders=200]'",
        "capstan.risk.sweep, dev.capstan.risk.sweep.SweepSettings, 'SweepSettings[every=PT3S, minimumAge=PT10S, batchSize=500]'",
        "capstan.risk.reservation, dev.capstan.risk.reservation.adapter.config.ReservationSettings, ReservationSettings[marketBufferPercent=1]"
    })
    void haveTheDefaultsThatTheReadmeNames(String prefix, Class<?> type, String expected) {
        assertThat(bind(prefix, type, Map.of())).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "capstan.risk.limits.account-exposure, 1, dev.capstan.risk.limit.LimitSettings, accountExposure=1",
        "capstan.risk.limits.instrument-exposure, 2, dev.capstan.risk.limit.LimitSettings, instrumentExposure=2",
        "capstan.risk.limits.price-collar-percent, 3, dev.capstan.risk.limit.LimitSettings, priceCollarPercent=3",
        "capstan.risk.limits.open-orders, 4, dev.capstan.risk.limit.LimitSettings, openOrders=4",
        "capstan.risk.sweep.every, 1s, dev.capstan.risk.sweep.SweepSettings, every=PT1S",
        "capstan.risk.sweep.minimum-age, 2s, dev.capstan.risk.sweep.SweepSettings, minimumAge=PT2S",
        "capstan.risk.sweep.batch-size, 3, dev.capstan.risk.sweep.SweepSettings, batchSize=3",
        "capstan.risk.reservation.market-buffer-percent, 0.5, dev.capstan.risk.reservation.adapter.config.ReservationSettings, marketBufferPercent=0.5",
        "capstan.risk.marks.stale-after, 9s, dev.capstan.risk.mark.MarkSettings, staleAfter=PT9S",
        "capstan.risk.marks.stale-floor, 2s, dev.capstan.risk.mark.MarkSettings, staleFloor=PT2S",
        "capstan.risk.marks.reference-asset, EUR, dev.capstan.risk.mark.MarkSettings, referenceAsset=EUR",
        "capstan.risk.marks.quote-assets, EUR, dev.capstan.risk.mark.MarkSettings, quoteAssets=[EUR]",
        "capstan.risk.marks.fixed-rates.TRY, 0.03, dev.capstan.risk.mark.MarkSettings, fixedRates={TRY=0.03}"
    })
    void areReadByName(String property, String value, Class<?> type, String expected) {
        assertThat(bind(prefixOf(property), type, Map.of(property, value)).toString())
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "capstan.risk.limits.account-exposure, -1, dev.capstan.risk.limit.LimitSettings",
        "capstan.risk.limits.open-orders, many, dev.capstan.risk.limit.LimitSettings",
        "capstan.risk.sweep.every, 0s, dev.capstan.risk.sweep.SweepSettings",
        "capstan.risk.sweep.batch-size, 501, dev.capstan.risk.sweep.SweepSettings",
        "capstan.risk.reservation.market-buffer-percent, -1, dev.capstan.risk.reservation.adapter.config.ReservationSettings",
        "capstan.risk.marks.stale-after, -5s, dev.capstan.risk.mark.MarkSettings",
        "capstan.risk.marks.stale-floor, 6s, dev.capstan.risk.mark.MarkSettings",
        "capstan.risk.marks.reference-asset, usd, dev.capstan.risk.mark.MarkSettings"
    })
    void refuseNonsense(String property, String value, Class<?> type) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bind(prefixOf(property), type, Map.of(property, value)));
    }

    @Test
    void countDollarsAtParUntilRatesAreGiven() {
        assertThat(bind("capstan.risk.marks", markSettings(), Map.of()).toString())
                .contains("referenceAsset=USDT", "USD=1", "USDC=1");
    }

    private static Class<?> markSettings() {
        try {
            return Class.forName("dev.capstan.risk.mark.MarkSettings");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String prefixOf(String property) {
        return String.join(
                ".", property.split("\\.", -1)[0], property.split("\\.", -1)[1], property.split("\\.", -1)[2]);
    }

    private static Object bind(String prefix, Class<?> type, Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate(prefix, type);
    }
}
