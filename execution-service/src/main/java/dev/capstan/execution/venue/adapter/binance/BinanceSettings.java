package dev.capstan.execution.venue.adapter.binance;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Binance is spoken: {@code CAPSTAN_BINANCE_PAPER_REST_URL}, {@code CAPSTAN_BINANCE_PAPER_WS_API_URL} and the same with {@code
 * LIVE}. An address that is not set is a venue that is not configured.
 *
 * @param paperRestUrl REST API that PAPER accounts trade on, without a path
 * @param paperWsApiUrl WebSocket API that goes with it, with its path
 * @param liveRestUrl REST API that LIVE accounts trade on, without a path
 * @param liveWsApiUrl WebSocket API that goes with it, with its path
 */
@ConfigurationProperties("capstan.binance")
record BinanceSettings(
        @Nullable URI paperRestUrl,
        @Nullable URI paperWsApiUrl,
        @Nullable URI liveRestUrl,
        @Nullable URI liveWsApiUrl) {

    BinanceSettings {
        check("paper", paperRestUrl, paperWsApiUrl);
        check("live", liveRestUrl, liveWsApiUrl);
    }

    private static void check(String kind, @Nullable URI rest, @Nullable URI webSocketApi) {
        if ((rest == null) != (webSocketApi == null)) {
            throw new IllegalArgumentException("capstan.binance." + kind + "-rest-url and capstan.binance." + kind
                    + "-ws-api-url belong together");
        }
        checkScheme("capstan.binance." + kind + "-rest-url", rest, "http", "https");
        checkScheme("capstan.binance." + kind + "-ws-api-url", webSocketApi, "ws", "wss");
    }

    private static void checkScheme(String name, @Nullable URI url, String plain, String secure) {
        if (url != null && !plain.equals(url.getScheme()) && !secure.equals(url.getScheme())) {
            throw new IllegalArgumentException(
                    name + " must start with " + plain + ": or " + secure + ":, got: " + url);
        }
    }
}
