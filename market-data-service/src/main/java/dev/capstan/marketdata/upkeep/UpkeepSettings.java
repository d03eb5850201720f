package dev.capstan.marketdata.upkeep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is done now and then.
 *
 * @param every how often
 * @param backFill how far back missing candles of the fed market are fetched; zero for not at all
 * @param keep how long candles of the fed market are kept, by its own time; zero for ever
 * @param keepReplays how long candles of another replay are kept after the last of them came; zero for ever
 */
@ConfigurationProperties("capstan.candles.upkeep")
public record UpkeepSettings(
        @DefaultValue("1h") Duration every,
        @DefaultValue("1d") Duration backFill,
        @DefaultValue("0s") Duration keep,
        @DefaultValue("7d") Duration keepReplays) {

    public UpkeepSettings {
        require("every", every, every.compareTo(Duration.ofSeconds(1)) >= 0);
        require("back-fill", backFill, !backFill.isNegative());
        require("keep", keep, !keep.isNegative());
        require("keep-replays", keepReplays, !keepReplays.isNegative());
    }

    private static void require(String name, Duration value, boolean ok) {
        if (!ok) {
            throw new IllegalArgumentException("capstan.candles.upkeep." + name + ": out of range: " + value);
        }
    }
}
