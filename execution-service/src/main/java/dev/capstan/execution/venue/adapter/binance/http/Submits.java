package dev.capstan.execution.venue.adapter.binance.http;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.execution.venue.adapter.binance.http.Reply.VenueError;
import dev.capstan.execution.venue.adapter.binance.protocol.Credential;
import dev.capstan.execution.venue.adapter.binance.protocol.Fields;
import dev.capstan.execution.venue.adapter.binance.protocol.MalformedReplyException;
import dev.capstan.execution.venue.adapter.binance.protocol.Parameters;
import dev.capstan.execution.venue.adapter.binance.protocol.Vocabulary;
import dev.capstan.execution.venue.domain.SubmitAnswer;
import dev.capstan.execution.venue.domain.SubmitAnswer.Acknowledged;
import dev.capstan.execution.venue.domain.SubmitAnswer.CertainlyNotExecuted;
import dev.capstan.execution.venue.domain.SubmitAnswer.OutcomeUnknown;
import dev.capstan.execution.venue.domain.SubmitAnswer.Rejected;
import dev.capstan.execution.venue.domain.VenueSubmission;
import dev.capstan.kit.crash.CrashPoint;
import dev.capstan.kit.crash.CrashPoints;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Places orders: signs once, writes once, and says no more than the answer proves. */
final class Submits {

    /** Of one that the venue refuses; a placed one costs nothing. */
    private static final int WEIGHT = 1;

    private final AccountId accountId;
    private final BinanceEnvironment environment;
    private final Credential credential;
    private final OrderCount orderCount;

    Submits(AccountId accountId, BinanceEnvironment environment, Credential credential) {
        this.accountId = accountId;
        this.environment = environment;
        this.credential = credential;
        this.orderCount = environment.newOrderCount();
    }

    SubmitAnswer submit(VenueSubmission submission) {
        if (environment.restBreaker().isOpen()) {
            return new CertainlyNotExecuted("not sent: the venue does not answer", null);
        }
        Duration tooMany = orderCount.pause(environment.orderLimits());
        if (tooMany.isPositive()) {
            return new CertainlyNotExecuted("not sent: the account has placed all the orders it may for now", tooMany);
        }
        RequestBudget budget = environment.http().budget();
        Duration pause = budget.admit(Purpose.ORDER, WEIGHT);
        if (pause.isPositive()) {
            return new CertainlyNotExecuted("not sent: the venue wants a pause", pause);
        }
        try {
            return send(submission);
        } finally {
            budget.settled(WEIGHT);
        }
    }

    private SubmitAnswer send(VenueSubmission submission) {
        OneWriteBody body = new OneWriteBody(
                parameters(submission).signedForRest(credential).getBytes(StandardCharsets.UTF_8),
                () -> CrashPoints.reached(
                        CrashPoint.REQUEST_WRITTEN, submission.clientOrderId().text()));
        return write(body);
    }

    private SubmitAnswer write(OneWriteBody body) {
        Reply reply;
        try {
            reply = environment.http().post("/api/v3/order", body, credential.apiKey());
            orderCount.observe(reply.headers(), environment.orderLimits());
        } catch (NoReplyException e) {
            return unanswered(e, body);
        }
        return reply.ok() ? acknowledged(reply) : refused(reply);
    }

    /**
     * The order's parameters and signature are in the body alone. A body that was not asked for when the call failed is withdrawn here
     * and can not be written later, so the venue can never see the order: refused connections, above all.
     */
    private static SubmitAnswer unanswered(NoReplyException failure, OneWriteBody body) {
        return body.withdraw()
                ? new CertainlyNotExecuted("not sent: " + failure.getMessage(), null)
                : new OutcomeUnknown(String.valueOf(failure.getMessage()));
    }

    private SubmitAnswer acknowledged(Reply reply) {
        try {
            return new Acknowledged(
                    OrderReplies.parse(Fields.ofObject(reply.body()), accountId, FactSource.SUBMIT_ANSWER));
        } catch (MalformedReplyException e) {
            return new OutcomeUnknown("unreadable answer: " + e.getMessage());
        }
    }

    private SubmitAnswer refused(Reply reply) {
        VenueError error = reply.error();
        learnFrom(error);
        return switch (SubmitErrors.proofOf(reply.status(), error)) {
            case REJECTED -> new Rejected(error.describe());
            case NOT_EXECUTED -> new CertainlyNotExecuted(error.describe(), reply.retryAfter());
            case NONE -> new OutcomeUnknown("HTTP " + reply.status() + ": " + error.describe());
        };
    }

    private void learnFrom(VenueError error) {
        if (error.code() == SubmitErrors.OUTSIDE_WINDOW) {
            environment.remeasureClock();
        }
        if (SubmitErrors.contradictsOurRules(error)) {
            environment.doubtRules();
        }
    }

    /** FULL brings the fills with the answer. The venue refuses a parameter that the type does not take. */
    private static Parameters parameters(VenueSubmission submission) {
        OrderType type = submission.orderType();
        Parameters parameters = new Parameters()
                .with("symbol", submission.instrumentId().symbol())
                .with("side", submission.side().name())
                .with("type", Vocabulary.spelled(type));
        if (type.hasLimitPrice()) {
            parameters.with("price", price(submission.limitPrice(), submission));
        }
        if (Vocabulary.takesTimeInForce(type)) {
            parameters.with("timeInForce", submission.timeInForce().name());
        }
        if (type.hasTriggerPrice()) {
            parameters.with("stopPrice", price(submission.triggerPrice(), submission));
        }
        return parameters
                .with("quantity", submission.quantity().text())
                .with("newClientOrderId", submission.clientOrderId().text())
                .with("newOrderRespType", "FULL")
                .with("recvWindow", submission.window().toMillis())
                .with("timestamp", submission.timestamp().toEpochMilli());
    }

    private static String price(@Nullable Price price, VenueSubmission submission) {
        if (price == null) {
            throw new IllegalArgumentException(
                    "a " + submission.orderType() + " order without a price of its: " + submission.clientOrderId());
        }
        return price.text();
    }
}
