package dev.capstan.gateway.idempotency;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.gateway.forwarding.ForwardedHeaders;
import dev.capstan.gateway.forwarding.ForwardingSettings;
import dev.capstan.gateway.forwarding.Payload;
import dev.capstan.gateway.forwarding.SpooledBody;
import dev.capstan.gateway.forwarding.UpstreamAnswer;
import dev.capstan.kit.problem.ProblemException;
import java.security.Principal;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Lets a call that changes something through once per key, and answers its repeats. Reads pass untouched. */
@Component
public class IdempotencyFilter implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final IdempotencyRecords records;
    private final IdempotencyMetrics metrics;
    private final IdempotencySettings settings;

    IdempotencyFilter(
            IdempotencyRecords records,
            IdempotencyMetrics metrics,
            IdempotencySettings settings,
            ForwardingSettings forwarding) {
        settings.requireLongerThan(forwarding);
        this.records = records;
        this.metrics = metrics;
        this.settings = settings;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (READS.contains(request.method())) {
            return next.handle(request);
        }
        IdempotencyKey key = IdempotencyKey.fromHeader(request.headers().header(IdempotencyKey.HEADER));
        Claim claim = claim(new CallId(subject(request), key), fingerprint(request), lease(request));
        metrics.count(claim);
        return switch (claim) {
            case Claim.Granted granted -> forward(granted, request, next);
            case Claim.InFlight inFlight -> throw inFlight(inFlight);
            case Claim.Reused _ -> throw reused();
            case Claim.Answered answered -> answered.answer().replayed().toResponse();
        };
    }

    /** Longer than the call it is for can last. */
    private Duration lease(ServerRequest request) {
        return Payload.of(request) instanceof SpooledBody ? settings.uploadLease() : settings.lease();
    }

    private Claim claim(CallId callId, Fingerprint fingerprint, Duration lease) {
        try {
            return records.claim(callId, fingerprint, lease);
        } catch (DataAccessException e) {
            LOG.warn("no claim, so no call: the database does not answer", e);
            throw ProblemException.retryLater(
                    ProblemCode.SERVICE_UNAVAILABLE, "The idempotency record cannot be written; nothing was done.", 2);
        }
    }

    private ServerResponse forward(Claim.Granted claim, ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        ForwardedHeaders.set(
                request, IdempotencyKey.HEADER, claim.callId().key().headerValue());
        ServerResponse response;
        try {
            response = next.handle(request);
        } catch (Exception e) {
            release(claim);
            throw e;
        }
        settle(claim, UpstreamAnswer.of(request));
        return response;
    }

    /**
     * The call is made, so its answer goes out even when it cannot be kept: then the lease runs out, and a repeat is a call that the
     * service recognises by the key.
     */
    private void settle(Claim.Granted claim, UpstreamAnswer answer) {
        if (!AnswerPolicy.isFinal(answer)) {
            release(claim);
            return;
        }
        try {
            if (!records.store(claim, StoredAnswer.of(answer))) {
                metrics.countFenceLost();
                LOG.warn("the claim of a key was taken over before its answer came; the answer is not stored");
            }
        } catch (DataAccessException e) {
            LOG.warn("an answer could not be stored; a repeat will be called again", e);
        }
    }

    private void release(Claim.Granted claim) {
        try {
            records.release(claim);
        } catch (DataAccessException e) {
            LOG.warn("a claim could not be released; it ends with its lease", e);
        }
    }

    private static ProblemException inFlight(Claim.InFlight claim) {
        long seconds = Math.clamp(claim.remaining().toSeconds(), 1, 2);
        return ProblemException.retryLater(
                ProblemCode.IDEMPOTENCY_KEY_IN_FLIGHT,
                "The first call with this Idempotency-Key is still running.",
                (int) seconds);
    }

    private static ProblemException reused() {
        return ProblemException.of(
                ProblemCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key was used with another method, path or body.");
    }

    private static String subject(ServerRequest request) {
        return request.principal()
                .map(Principal::getName)
                .orElseThrow(() -> new IllegalStateException("a route was reached without a token"));
    }

    private static Fingerprint fingerprint(ServerRequest request) {
        return Fingerprint.of(
                request.method().name(),
                pathAndQuery(request),
                Payload.of(request).identity());
    }

    private static String pathAndQuery(ServerRequest request) {
        String path = request.servletRequest().getRequestURI();
        String query = request.servletRequest().getQueryString();
        return query == null ? path : path + '?' + query;
    }
}
