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
 * @param pace what moves the market's time
 * @param madeUp the market where nothing is replayed
 * @param replay kline files by instrument; none for a made-up market
 * @param connections how long WebSocket connections live
 */
public record SimulatorOptions(
        String host,
        int port,
        int controlPort,
        Path data,
        String epoch,
        Pace pace,
        MadeUp madeUp,
        Map<InstrumentId, Path> replay,
        RateLimits limits,
        ConnectionRules connections) {

    public SimulatorOptions {
        replay = Map.copyOf(replay);
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
                Pace.usual(),
                MadeUp.usual(),
                Map.of(),
                RateLimits.STANDARD,
                ConnectionRules.standard());
    }

    public SimulatorOptions withPorts(int venue, int control) {
        return new SimulatorOptions(host, venue, control, data, epoch, pace, madeUp, replay, limits, connections);
    }

    public SimulatorOptions withHost(String other) {
        return new SimulatorOptions(other, port, controlPort, data, epoch, pace, madeUp, replay, limits, connections);
    }

    public SimulatorOptions withData(Path folder) {
        return new SimulatorOptions(host, port, controlPort, folder, epoch, pace, madeUp, replay, limits, connections);
    }

    public SimulatorOptions withEpoch(String name) {
        return new SimulatorOptions(host, port, controlPort, data, name, pace, madeUp, replay, limits, connections);
    }

    public SimulatorOptions withSpeed(BigDecimal marketSecondsPerSecond) {
        return withPace(pace.withSpeed(marketSecondsPerSecond));
    }

    private SimulatorOptions withPace(Pace other) {
        return new SimulatorOptions(host, port, controlPort, data, epoch, other, madeUp, replay, limits, connections);
    }

    public SimulatorOptions withSeed(long number) {
        return withMadeUp(madeUp.withSeed(number));
    }

    /** Candles that are walked instead of a book with a flow. */
    public SimulatorOptions withSyntheticMarket() {
        return withMadeUp(madeUp.withKind(MadeUp.Kind.SYNTHETIC));
    }

    SimulatorOptions withMadeUp(MadeUp market) {
        return new SimulatorOptions(host, port, controlPort, data, epoch, pace, market, replay, limits, connections);
    }

    /** Replays {@code file} as {@code instrument}, besides what is replayed already. */
    public SimulatorOptions withReplay(InstrumentId instrument, Path file) {
        Map<InstrumentId, Path> files = new LinkedHashMap<>(replay);
        files.put(instrument, file);
        return new SimulatorOptions(host, port, controlPort, data, epoch, pace, madeUp, files, limits, connections);
    }

    public SimulatorOptions withLoop() {
        return withPace(pace.withLoop());
    }

    /** Market time stands still but for steps that somebody asks for: only where candles play. */
    public SimulatorOptions withSteps() {
        return withPace(pace.withSteps());
    }

    public SimulatorOptions withLimits(RateLimits profile) {
        return new SimulatorOptions(host, port, controlPort, data, epoch, pace, madeUp, replay, profile, connections);
    }

    public SimulatorOptions withConnections(ConnectionRules rules) {
        return new SimulatorOptions(host, port, controlPort, data, epoch, pace, madeUp, replay, limits, rules);
    }
}
