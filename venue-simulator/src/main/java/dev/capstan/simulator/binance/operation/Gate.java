package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.protocol.AccessErrors;
import dev.capstan.simulator.binance.protocol.ParameterErrors;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.binance.protocol.PublicKeys;
import dev.capstan.simulator.binance.protocol.Signature;
import dev.capstan.simulator.exchange.Exchange;
import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.account.ApiKey;
import dev.capstan.simulator.exchange.command.RequestWindow;
import dev.capstan.simulator.exchange.state.VenueClock;
import dev.capstan.simulator.journal.RequestJournal;
import dev.capstan.simulator.journal.SignedRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lets signed requests in: each is journaled as it came, then key, signature and time are checked. */
public final class Gate {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final Pattern WINDOW = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,3})?");
    private static final long USUAL_WINDOW = 5_000_000L;
    private static final long LARGEST_WINDOW = 60_000_000L;
    private static final long MAY_BE_AHEAD = 1_000_000L;
    private static final long MICROS_FROM = 100_000_000_000_000L;

    private final Exchange exchange;
    private final VenueClock clock;
    private final RequestJournal journal;

    public Gate(Exchange exchange, VenueClock clock, RequestJournal journal) {
        this.exchange = exchange;
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * The request as a call of the account that signed it.
     *
     * @throws dev.capstan.simulator.binance.protocol.ApiException when it is not signed, or not well, or at another time
     */
    public Call admit(Arrival arrival) {
        journal.append(new SignedRequest(
                0,
                clock.wallMicros(),
                arrival.transport(),
                arrival.apiKey(),
                arrival.method(),
                arrival.path(),
                withoutSignature(arrival.parameters())));
        if (!KEY.matcher(arrival.apiKey()).matches()) {
            throw AccessErrors.badKeyFormat();
        }
        ApiKey key = exchange.key(arrival.apiKey()).orElseThrow(AccessErrors::unknownKey);
        long timestamp = timestamp(arrival.parameters());
        if (!arrival.loggedOn()) {
            checkSignature(arrival, key);
        }
        RequestWindow window = window(timestamp, arrival.parameters());
        return new Call(arrival.parameters(), key.account(), window, arrival.times());
    }

    /** The account that {@code apiKey} belongs to. */
    public Optional<Account> account(String apiKey) {
        return exchange.account(apiKey);
    }

    /** Whether a connection may log on with {@code apiKey}: only public keys can. */
    public boolean canLogOn(String apiKey) {
        return exchange.key(apiKey).filter(ApiKey::hasPublicKey).isPresent();
    }

    private static void checkSignature(Arrival arrival, ApiKey key) {
        String signature = arrival.parameters().mandatory("signature");
        boolean valid = key.hasPublicKey()
                ? PublicKeys.isValid(arrival.payload(), key.publicKey(), signature)
                : Signature.isValid(arrival.payload(), key.secretKey(), signature);
        if (!valid) {
            throw AccessErrors.badSignature();
        }
    }

    private RequestWindow window(long timestamp, Parameters parameters) {
        long window = parameters.text("recvWindow").map(Gate::windowMicros).orElse(USUAL_WINDOW);
        long now = clock.micros();
        if (timestamp >= now + MAY_BE_AHEAD) {
            throw AccessErrors.aheadOfTime();
        }
        if (now - timestamp > window) {
            throw AccessErrors.outsideWindow();
        }
        return new RequestWindow(timestamp + window);
    }

    private static long timestamp(Parameters parameters) {
        parameters.mandatory("timestamp");
        long timestamp = parameters.whole("timestamp").orElseThrow();
        return timestamp < MICROS_FROM ? timestamp * 1_000L : timestamp;
    }

    private static long windowMicros(String text) {
        if (!WINDOW.matcher(text).matches()) {
            throw ParameterErrors.illegal("recvWindow", "^([0-9]{1,20})(\\.[0-9]{1,3})?$");
        }
        long micros = new BigDecimal(text).movePointRight(3).longValueExact();
        if (micros > LARGEST_WINDOW) {
            throw ParameterErrors.recvWindowTooLarge();
        }
        return micros;
    }

    private static Map<String, String> withoutSignature(Parameters parameters) {
        Map<String, String> kept = new LinkedHashMap<>(parameters.all());
        kept.remove("signature");
        return kept;
    }
}
