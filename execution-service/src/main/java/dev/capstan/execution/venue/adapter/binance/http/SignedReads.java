package dev.capstan.execution.venue.adapter.binance.http;

import dev.capstan.execution.venue.adapter.binance.protocol.Credential;
import dev.capstan.execution.venue.adapter.binance.protocol.Parameters;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import java.util.function.Supplier;

/** Signed GETs of one account. A read may be repeated, so one that the venue found outside its time window is, once. */
final class SignedReads {

    private static final long WINDOW_MILLIS = 5000;

    private final BinanceEnvironment environment;
    private final Credential credential;

    SignedReads(BinanceEnvironment environment, Credential credential) {
        this.environment = environment;
        this.credential = credential;
    }

    /**
     * The body of a good answer.
     *
     * @throws VenueUnavailableException for every other answer and for none
     */
    String body(String path, Supplier<Parameters> parameters) {
        Reply reply = reply(path, parameters);
        if (!reply.ok()) {
            throw new VenueUnavailableException(path + ": " + reply.error().describe());
        }
        return reply.body();
    }

    /**
     * Any whole answer.
     *
     * @throws VenueUnavailableException when there is none
     */
    Reply reply(String path, Supplier<Parameters> parameters) {
        Reply reply = once(path, parameters.get());
        if (!reply.ok() && reply.error().code() == SubmitErrors.OUTSIDE_WINDOW) {
            environment.remeasureClock();
            return once(path, parameters.get());
        }
        return reply;
    }

    private Reply once(String path, Parameters parameters) {
        String query = parameters
                .with("recvWindow", WINDOW_MILLIS)
                .with("timestamp", environment.nowForReads().toEpochMilli())
                .signedForRest(credential);
        try {
            return environment.http().get(path, query, credential.apiKey());
        } catch (NoReplyException e) {
            throw new VenueUnavailableException(path + ": " + e.getMessage(), e);
        }
    }
}
