package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.operation.Endpoint.Role;
import dev.capstan.simulator.binance.protocol.ApiErrors;
import dev.capstan.simulator.binance.protocol.ApiException;
import dev.capstan.simulator.exchange.command.RefusedException;
import dev.capstan.simulator.exchange.command.RequestWindow;
import dev.capstan.simulator.fault.Fault;
import dev.capstan.simulator.fault.FaultKind;
import dev.capstan.simulator.fault.Faults;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes a request through everything it has to pass, and makes it go wrong where that was ordered. */
public final class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());

    private final KnownParameters known;
    private final RequestLimiter limiter;
    private final Gate gate;
    private final Faults faults;
    private final Later later;

    public Dispatcher(Endpoints endpoints, RequestLimiter limiter, Gate gate, Faults faults, Later later) {
        this.known = endpoints.knownParameters();
        this.limiter = limiter;
        this.gate = gate;
        this.faults = faults;
        this.later = later;
    }

    /** Does what {@code arrival} asks of {@code endpoint}. */
    public Outcome dispatch(Endpoint endpoint, Arrival arrival) {
        try {
            // Signed requests are journaled before anything can refuse them: every arrival counts.
            Call call = endpoint.role().isSigned()
                    ? gate.admit(arrival)
                    : new Call(arrival.parameters(), null, RequestWindow.OPEN, arrival.times());
            limiter.request(arrival.address());
            if (!isFreeWhenDone(endpoint)) {
                limiter.weigh(arrival.address(), endpoint.weight().applyAsInt(arrival.parameters()));
            }
            known.check(endpoint, arrival);
            return endpoint.role().isSigned() ? withFaults(endpoint, call, arrival.address()) : answer(endpoint, call);
        } catch (ApiException refused) {
            return refused(endpoint, arrival, refused);
        } catch (RefusedException refused) {
            return refused(endpoint, arrival, ApiErrors.of(refused));
        }
    }

    /** The body of an error answer. */
    public static JsonNode error(ApiException refused) {
        return refused.json();
    }

    private Outcome refused(Endpoint endpoint, Arrival arrival, ApiException refused) {
        if (isFreeWhenDone(endpoint)) {
            limiter.add(arrival.address(), endpoint.weight().applyAsInt(arrival.parameters()));
        }
        return new Outcome.Answer(refused.status(), error(refused), 0);
    }

    private static boolean isFreeWhenDone(Endpoint endpoint) {
        return endpoint.role() == Role.PLACE || endpoint.role() == Role.CANCEL;
    }

    private Outcome withFaults(Endpoint endpoint, Call call, String address) {
        String symbol = call.parameters().text("symbol").orElse(null);
        String apiKey = call.account().apiKey();
        if (endpoint.role() == Role.QUERY) {
            return query(endpoint, call, symbol, apiKey, address);
        }
        Fault fault = faults.strike(target(endpoint.role()), symbol, apiKey).orElse(null);
        return fault == null ? answer(endpoint, call) : struck(fault, endpoint, call, address);
    }

    /** An order that does not exist anyhow does not use up the denial of one that does. */
    private Outcome query(Endpoint endpoint, Call call, @Nullable String symbol, String apiKey, String address) {
        Outcome truth = answer(endpoint, call);
        if (faults.strike(FaultKind.DENY_EXISTENCE, symbol, apiKey).isPresent()) {
            throw ApiErrors.noSuchOrder();
        }
        Fault fault = faults.strike(Fault.Target.QUERY, symbol, apiKey).orElse(null);
        return fault == null ? truth : struck(fault, endpoint, call, address);
    }

    private Outcome struck(Fault fault, Endpoint endpoint, Call call, String address) {
        return switch (fault.kind()) {
            case LOSE_ANSWER -> {
                tryTo(endpoint, call);
                yield new Outcome.Unanswered(0);
            }
            case HOLD_SUBMIT -> hold(fault, endpoint, call);
            case DELAY_ANSWER -> late(fault, endpoint, call);
            case ERROR_5XX -> wrongly(fault, endpoint, call, ApiErrors.timeout());
            case UNLISTED_CODE -> wrongly(fault, endpoint, call, ApiErrors.unlisted());
            case DENY_EXISTENCE -> throw ApiErrors.noSuchOrder();
            case TOO_MANY_REQUESTS -> throw limiter.refusal();
            case BAN -> throw limiter.ban(address, fault.millis());
            case PARTIAL_FILL -> answer(endpoint, call.halved());
            case DUPLICATE_REPORT, REORDER_REPORTS, DROP_CONNECTION, SILENT_STREAM, SHUT_DOWN, CLOCK_SKEW ->
                answer(endpoint, call);
        };
    }

    private Outcome hold(Fault fault, Endpoint endpoint, Call call) {
        RequestWindow window = fault.breakWindow() ? RequestWindow.OPEN : call.window();
        Call held = call.within(window);
        later.after(Math.max(1, fault.millis()), () -> tryTo(endpoint, held));
        return new Outcome.Unanswered(fault.millis());
    }

    private Outcome late(Fault fault, Endpoint endpoint, Call call) {
        try {
            return new Outcome.Answer(200, endpoint.operation().run(call), fault.millis());
        } catch (RefusedException refused) {
            ApiException words = ApiErrors.of(refused);
            return new Outcome.Answer(words.status(), error(words), fault.millis());
        }
    }

    private Outcome wrongly(Fault fault, Endpoint endpoint, Call call, ApiException words) {
        if (fault.executed()) {
            tryTo(endpoint, call);
        }
        return new Outcome.Answer(words.status(), error(words), 0);
    }

    /** Runs an operation whose client hears nothing of it, also not of a refusal. */
    private static void tryTo(Endpoint endpoint, Call call) {
        try {
            endpoint.operation().run(call);
        } catch (RefusedException | ApiException refused) {
            LOG.log(Level.INFO, "refused, and nobody to tell", refused);
        }
    }

    private static Outcome answer(Endpoint endpoint, Call call) {
        return new Outcome.Answer(200, endpoint.operation().run(call), 0);
    }

    private static Fault.Target target(Role role) {
        return switch (role) {
            case PLACE -> Fault.Target.PLACE;
            case CANCEL -> Fault.Target.CANCEL;
            case QUERY -> Fault.Target.QUERY;
            case ACCOUNT, PUBLIC -> Fault.Target.ACCOUNT;
        };
    }
}
