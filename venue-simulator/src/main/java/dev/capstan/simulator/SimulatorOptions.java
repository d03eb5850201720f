package dev.capstan.simulator;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.simulator.binance.protocol.RateLimits;
import dev.capstan.simulator.binance.websocket.ConnectionRules;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a simulator is to run.
 *
 * @param host address the venue listens on; the control API is on the loopback address whatever this is
 * @param port of the venue, 0 for any free one
 * @param controlPort of the control API, 0 for any free one
 * @param data folder of the journals; made when it is not there
 * @param epoch name of the market; another name than last time starts the market anew
 * @param speed market seconds per wall second, up to three places
 * @param madeUp the market where nothing is replayed
 * @param replay kline files by instrument; none for a made-up market
 * @param connections how long WebSocket connections live
 * @param loop whether the market starts again when all its candles have played
 */
public record SimulatorOptions(
        String host,
        int port,
        int controlPort,
        Path data,
        String epoch,
        BigDecimal speed,
        MadeUp madeUp,
        Map<InstrumentId, Path> replay,
        boolean loop,
        RateLimits limits,
        ConnectionRules connections) {

    private static final int SPEED_PLACES = 3;
    private static final BigDecimal FASTEST = BigDecimal.valueOf(100_000);

    public SimulatorOptions {
        replay = Map.copyOf(replay);
        if (speed.signum() <= 0
                || speed.compareTo(FASTEST) > 0
                || speed.stripTrailingZeros().scale() > SPEED_PLACES) {
            throw new IllegalArgumentException("expected a speed from 0.001 to 100000, got: " + speed);
        }
        if (epoch.isBlank()) {
            throw new IllegalArgumentException("expected a name for the market epoch");
        }
    }

    /** A generated market at normal speed on free ports, with journals in {@code data}. */
    public static SimulatorOptions in(Path data) {
        return new SimulatorOptions(
                "127.0.0.1",
                0,
                0,
                data,
                "main",
                BigDecimal.ONE,
                MadeUp.usual(),
                Map.of(),
                false,
                RateLimits.STANDARD,
                ConnectionRules.standard());
    }

    public SimulatorOptions withPorts(int venue, int control) {
        return new SimulatorOptions(
                host, venue, control, data, epoch, speed, madeUp, replay, loop, limits, connections);
    }

    public SimulatorOptions withHost(String other) {
        return new SimulatorOptions(
                other, port, controlPort, data, epoch, speed, madeUp, replay, loop, limits, connections);
    }

    public SimulatorOptions withData(Path folder) {
        return new SimulatorOptions(
                host, port, controlPort, folder, epoch, speed, madeUp, replay, loop, limits, connections);
    }

    public SimulatorOptions withEpoch(String name) {
        return new SimulatorOptions(
                host, port, controlPort, data, name, speed, madeUp, replay, loop, limits, connections);
    }

    public SimulatorOptions withSpeed(BigDecimal marketSecondsPerSecond) {
        return new SimulatorOptions(
                host,
                port,
                controlPort,
                data,
                epoch,
                marketSecondsPerSecond,
                madeUp,
                replay,
                loop,
                limits,
                connections);
    }

    public SimulatorOptions withSeed(long number) {
        return new SimulatorOptions(
                host,
                port,
                controlPort,
                data,
                epoch,
                speed,
                madeUp.withSeed(number),
                replay,
                loop,
                limits,
                connections);
    }

    /** Candles that are walked instead of a book with a flow. */
    public SimulatorOptions withSyntheticMarket() {
        return withMadeUp(madeUp.withKind(MadeUp.Kind.SYNTHETIC));
    }

    SimulatorOptions withMadeUp(MadeUp market) {
        return new SimulatorOptions(
                host, port, controlPort, data, epoch, speed, market, replay, loop, limits, connections);
    }

    /** Replays {@code file} as {@code instrument}, besides what is replayed already. */
    public SimulatorOptions withReplay(InstrumentId instrument, Path file) {
        Map<InstrumentId, Path> files = new LinkedHashMap<>(replay);
        files.put(instrument, file);
        return new SimulatorOptions(
                host, port, controlPort, data, epoch, speed, madeUp, files, loop, limits, connections);
    }

    public SimulatorOptions withLoop() {
        return new SimulatorOptions(
                host, port, controlPort, data, epoch, speed, madeUp, replay, true, limits, connections);
    }

    public SimulatorOptions withLimits(RateLimits profile) {
        return new SimulatorOptions(
                host, port, controlPort, data, epoch, speed, madeUp, replay, loop, profile, connections);
    }

    public SimulatorOptions withConnections(ConnectionRules rules) {
        return new SimulatorOptions(host, port, controlPort, data, epoch, speed, madeUp, replay, loop, limits, rules);
    }

    /** Market milliseconds per wall second. */
    long speedMillis() {
        return speed.movePointRight(SPEED_PLACES).longValueExact();
    }
}
