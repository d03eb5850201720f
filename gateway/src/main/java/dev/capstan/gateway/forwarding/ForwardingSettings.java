package dev.capstan.gateway.forwarding;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of a forwarded call.
 *
 * @param connectTimeout for opening a connection to one replica
 * @param callTimeout for the whole call, all replicas tried together
 * @param waitTimeout the same for a read with {@code wait}, which a service holds open on purpose
 * @param answerLimit largest answer of a service
 */
@ConfigurationProperties("capstan.gateway.forwarding")
public record ForwardingSettings(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("10s") Duration callTimeout,
        @DefaultValue("30s") Duration waitTimeout,
        @DefaultValue("8MB") DataSize answerLimit) {

    public ForwardingSettings {
        requirePositive("connect-timeout", connectTimeout);
        requirePositive("call-timeout", callTimeout);
        requirePositive("wait-timeout", waitTimeout);
        requirePositive("answer-limit", answerLimit);
    }

    private static void requirePositive(String name, Duration value) {
        require(name, value.isPositive(), value);
    }

    private static void requirePositive(String name, DataSize value) {
        require(name, value.toBytes() > 0 && value.toBytes() <= Integer.MAX_VALUE / 2, value);
    }

    private static void require(String name, boolean ok, Object value) {
        if (!ok) {
            throw new IllegalArgumentException(
                    "capstan.gateway.forwarding." + name + ": expected more than 0 and less than 1 GB, got: " + value);
        }
    }
}
