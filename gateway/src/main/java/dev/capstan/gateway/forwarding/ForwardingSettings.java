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
 * @param bodyTimeout for a caller's body to arrive whole
 * @param answerLimit largest answer of a service
 * @param uploadTimeout for a file to arrive, and again for the service to take it
 * @param uploads files on their way at once
 * @param streamTimeout for an answer that is passed on while it comes
 */
@ConfigurationProperties("capstan.gateway.forwarding")
public record ForwardingSettings(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("10s") Duration callTimeout,
        @DefaultValue("30s") Duration waitTimeout,
        @DefaultValue("10s") Duration bodyTimeout,
        @DefaultValue("8MB") DataSize answerLimit,
        @DefaultValue("120s") Duration uploadTimeout,
        @DefaultValue("8") int uploads,
        @DefaultValue("10m") Duration streamTimeout) {

    public ForwardingSettings {
        requirePositive("connect-timeout", connectTimeout);
        requirePositive("call-timeout", callTimeout);
        requirePositive("wait-timeout", waitTimeout);
        requirePositive("body-timeout", bodyTimeout);
        requirePositive("answer-limit", answerLimit);
        requirePositive("upload-timeout", uploadTimeout);
        require("uploads", uploads > 0, uploads);
        requirePositive("stream-timeout", streamTimeout);
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
