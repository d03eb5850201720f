package dev.capstan.marketdata.feed;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which market is fed.
 *
 * @param restUrl base URL of the venue's REST API; no feed when not set
 * @param streamUrl base URL of the venue's market streams
 * @param marketEpoch name of the replay or seed; empty for a real venue
 * @param marketSpeed market seconds per second
 * @param symbols venue symbols to feed; all that trade when empty
 * @param silenceLimit how long a stream may say nothing before it counts as dead, at speed 1
 */
@ConfigurationProperties("capstan.feed")
public record FeedSettings(
        @Nullable URI restUrl,
        @Nullable URI streamUrl,
        @DefaultValue("") String marketEpoch,
        @DefaultValue("1") double marketSpeed,
        @DefaultValue List<String> symbols,
        @DefaultValue("10s") Duration silenceLimit) {

    /** However fast the market plays, a pause this short is the machine's and not the stream's. */
    private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(2);

    public FeedSettings {
        require("market-speed", marketSpeed > 0 && marketSpeed <= 1_000_000, marketSpeed);
        require("silence-limit", silenceLimit.isPositive(), silenceLimit);
        require("market-epoch", marketEpoch.matches("[A-Za-z0-9._-]{0,64}"), marketEpoch);
        symbols = List.copyOf(symbols);
    }

    private static void require(String name, boolean ok, Object value) {
        if (!ok) {
            throw new IllegalArgumentException("capstan.feed." + name + ": out of range: " + value);
        }
    }

    /** Whether there is a venue to feed from. */
    public boolean isConfigured() {
        return isSet(restUrl) && isSet(streamUrl);
    }

    private static boolean isSet(@Nullable URI url) {
        return url != null && !url.toString().isEmpty();
    }

    /** The silence after which the stream is stale, scaled by the speed of the market. */
    public Duration scaledSilenceLimit() {
        Duration scaled = Duration.ofNanos((long) (silenceLimit.toNanos() / Math.max(marketSpeed, 1)));
        return scaled.compareTo(SHORTEST_LIMIT) < 0 ? min(silenceLimit, SHORTEST_LIMIT) : scaled;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
