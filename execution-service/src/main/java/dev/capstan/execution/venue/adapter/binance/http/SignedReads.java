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
    String body(Read read, Supplier<Parameters> parameters) {
        Reply reply = reply(read, parameters);
        if (!reply.ok()) {
            throw new VenueUnavailableException(
                    read.path() + ": " + reply.error().describe());
        }
        return reply.body();
    }

    /**
     * Any whole answer.
     *
     * @throws VenueUnavailableException when there is none
     */
    Reply reply(Read read, Supplier<Parameters> parameters) {
        Reply reply = once(read, parameters.get());
        if (!reply.ok() && reply.error().code() == SubmitErrors.OUTSIDE_WINDOW) {
            environment.remeasureClock();
            return once(read, parameters.get());
        }
        return reply;
    }

    private Reply once(Read read, Parameters parameters) {
        String query = parameters
                .with("recvWindow", WINDOW_MILLIS)
                .with("timestamp", environment.nowForReads().toEpochMilli())
                .signedForRest(credential);
        try {
            return environment.http().get(read, query, credential.apiKey());
        } catch (NoReplyException e) {
            throw new VenueUnavailableException(read.path() + ": " + e.getMessage(), e);
        }
    }
}
