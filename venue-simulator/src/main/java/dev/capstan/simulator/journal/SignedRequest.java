package dev.capstan.simulator.journal;

import java.util.Map;

/**
 * A signed request as it arrived, whatever became of it.
 *
 * @param sequence 1 for the first ever, without gaps
 * @param receivedAt real time in microseconds
 * @param transport {@code REST} or {@code WS}
 * @param apiKey empty when none was sent
 * @param method HTTP method, or the WebSocket API's method
 * @param path HTTP path, or the WebSocket API's
 * @param parameters decoded, without the signature
 */
public record SignedRequest(
        long sequence,
        long receivedAt,
        String transport,
        String apiKey,
        String method,
        String path,
        Map<String, String> parameters) {

    SignedRequest withSequence(long number) {
        return new SignedRequest(number, receivedAt, transport, apiKey, method, path, parameters);
    }
}
