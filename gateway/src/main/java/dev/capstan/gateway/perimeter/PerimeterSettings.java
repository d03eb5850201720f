package dev.capstan.gateway.perimeter;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who stands before the gateway.
 *
 * @param frontendUrl origins whose pages may call, as {@code FRONTEND_URL} says, comma-separated; none by default
 * @param trustedProxies addresses and networks whose {@code X-Forwarded-For} and {@code X-Forwarded-Proto} count; none by default
 */
@ConfigurationProperties("capstan.gateway")
record PerimeterSettings(
        @DefaultValue List<String> frontendUrl,
        @DefaultValue List<String> trustedProxies) {

    PerimeterSettings {
        frontendUrl = frontendUrl.stream().map(PerimeterSettings::origin).toList();
        trustedProxies = List.copyOf(trustedProxies);
        trustedProxies.forEach(AddressRange::parse);
    }

    TrustedProxies proxies() {
        return new TrustedProxies(
                trustedProxies.stream().map(AddressRange::parse).toList());
    }

    /** Scheme, host and port, as a browser sends it. */
    private static String origin(String url) {
        String text = url.strip();
        if (!text.matches("https?://[^\\s/?#@*]+/?")) {
            throw new IllegalArgumentException(
                    "capstan.gateway.frontend-url: expected origins like https://console.example.com, got: " + url);
        }
        URI uri = URI.create(text);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
