package dev.capstan.execution.venue.adapter.binance.http;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.execution.venue.adapter.binance.http.Reply.VenueError;
import dev.capstan.execution.venue.adapter.binance.protocol.Credential;
import dev.capstan.execution.venue.adapter.binance.protocol.Fields;
import dev.capstan.execution.venue.adapter.binance.protocol.MalformedReplyException;
import dev.capstan.execution.venue.adapter.binance.protocol.Parameters;
import dev.capstan.execution.venue.domain.CancelAnswer;

/**
 * Cancels orders. A cancel does no harm twice, so one outside the time window is repeated after the clock was measured again; and one is
 * sent even to a venue that has not answered lately: it lowers risk if it arrives.
 */
final class Cancels {

    private static final int CANCEL_REJECTED = -2011;
    private static final int WEIGHT = 1;
    private static final long WINDOW_MILLIS = 5000;

    private final AccountId accountId;
    private final BinanceEnvironment environment;
    private final Credential credential;

    Cancels(AccountId accountId, BinanceEnvironment environment, Credential credential) {
        this.accountId = accountId;
        this.environment = environment;
        this.credential = credential;
    }

    CancelAnswer cancel(InstrumentId instrumentId, ClientOrderId clientOrderId) {
        RequestBudget budget = environment.http().budget();
        if (budget.admit(Purpose.CANCEL, WEIGHT).isPositive()) {
            return new CancelAnswer.OutcomeUnknown("not sent: the venue wants a pause");
        }
        try {
            return answer(send(instrumentId, clientOrderId));
        } catch (NoReplyException e) {
            return new CancelAnswer.OutcomeUnknown(String.valueOf(e.getMessage()));
        } catch (MalformedReplyException e) {
            return new CancelAnswer.OutcomeUnknown("unreadable answer: " + e.getMessage());
        } finally {
            budget.settled(WEIGHT);
        }
    }

    private Reply send(InstrumentId instrumentId, ClientOrderId clientOrderId) {
        Reply reply = once(instrumentId, clientOrderId);
        if (!reply.ok() && reply.error().code() == SubmitErrors.OUTSIDE_WINDOW) {
            environment.remeasureClock();
            return once(instrumentId, clientOrderId);
        }
        return reply;
    }

    private Reply once(InstrumentId instrumentId, ClientOrderId clientOrderId) {
        String query = new Parameters()
                .with("symbol", instrumentId.symbol())
                .with("origClientOrderId", clientOrderId.text())
                .with("recvWindow", WINDOW_MILLIS)
                .with("timestamp", environment.nowForReads().toEpochMilli())
                .signedForRest(credential);
        return environment.http().delete("/api/v3/order", query, credential.apiKey());
    }

    private CancelAnswer answer(Reply reply) {
        if (reply.ok()) {
            return new CancelAnswer.Done(
                    OrderReplies.parse(Fields.ofObject(reply.body()), accountId, FactSource.CANCEL_ANSWER));
        }
        VenueError error = reply.error();
        return reply.status() < 500 && error.code() == CANCEL_REJECTED
                ? new CancelAnswer.NotOpen(error.describe())
                : new CancelAnswer.OutcomeUnknown("HTTP " + reply.status() + ": " + error.describe());
    }
}
