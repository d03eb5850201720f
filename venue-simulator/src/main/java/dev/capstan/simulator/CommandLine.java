package dev.capstan.simulator;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.simulator.binance.protocol.RateLimits;
import dev.capstan.simulator.binance.websocket.ConnectionRules;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/** Reads {@link SimulatorOptions} from a command line. */
final class CommandLine {

    static final String USAGE = """
            usage: venue-simulator --data DIR [--port 8090] [--control-port 8091] [--host 127.0.0.1] [--epoch main]
                   [--speed N] [--market generated|synthetic] [--flow-rate N] [--seed N] [--replay SYMBOL.VENUE=FILE]...
                   [--loop] [--step] [--limits standard|raised] [--connection-life SECONDS]""";

    private static final int PORT = 8090;
    private static final int CONTROL_PORT = 8091;

    private CommandLine() {}

    /**
     * The options that {@code arguments} ask for.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    static SimulatorOptions parse(List<String> arguments) {
        SimulatorOptions options = SimulatorOptions.in(Path.of("")).withPorts(PORT, CONTROL_PORT);
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            options = switch (name) {
                case "--loop" -> options.withLoop();
                case "--step" -> options.withSteps();
                default -> with(options, name, value(name, rest));
            };
        }
        if (options.data().toString().isEmpty()) {
            throw new IllegalArgumentException("expected --data DIR");
        }
        return options;
    }

    private static SimulatorOptions with(SimulatorOptions options, String name, String value) {
        return switch (name) {
            case "--port" -> options.withPorts(port(name, value), options.controlPort());
            case "--control-port" -> options.withPorts(options.port(), port(name, value));
            case "--host" -> options.withHost(value);
            case "--data" -> options.withData(Path.of(value));
            case "--epoch" -> options.withEpoch(value);
            case "--speed" -> options.withSpeed(decimal(name, value));
            case "--seed" -> options.withSeed(decimal(name, value).longValue());
            case "--market" -> options.withMadeUp(options.madeUp().withKind(MadeUp.Kind.of(value)));
            case "--flow-rate" -> options.withMadeUp(options.madeUp().withRate(whole(name, value)));
            case "--replay" -> withReplay(options, value);
            case "--connection-life" -> options.withConnections(living(options.connections(), decimal(name, value)));
            case "--limits" -> options.withLimits(limits(value));
            default -> throw new IllegalArgumentException("unknown option " + name);
        };
    }

    private static SimulatorOptions withReplay(SimulatorOptions options, String value) {
        int equals = value.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("expected --replay SYMBOL.VENUE=FILE, got: " + value);
        }
        return options.withReplay(InstrumentId.parse(value.substring(0, equals)), Path.of(value.substring(equals + 1)));
    }

    private static String value(String name, Iterator<String> rest) {
        try {
            return rest.next();
        } catch (NoSuchElementException missing) {
            throw new IllegalArgumentException("expected a value after " + name, missing);
        }
    }

    private static int port(String name, String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new IllegalArgumentException("expected a port after " + name + ", got: " + value);
        }
        return Integer.parseInt(value);
    }

    private static int whole(String name, String value) {
        if (!value.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("expected a whole number after " + name + ", got: " + value);
        }
        return Integer.parseInt(value);
    }

    private static BigDecimal decimal(String name, String value) {
        if (!value.matches("[0-9]{1,12}(\\.[0-9]{1,3})?")) {
            throw new IllegalArgumentException("expected a number after " + name + ", got: " + value);
        }
        return new BigDecimal(value);
    }

    private static ConnectionRules living(ConnectionRules rules, BigDecimal seconds) {
        return new ConnectionRules(
                rules.pingEvery(), rules.silence(), seconds.movePointRight(3).longValueExact());
    }

    private static RateLimits limits(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "standard" -> RateLimits.STANDARD;
            case "raised" -> RateLimits.RAISED;
            default -> throw new IllegalArgumentException("expected --limits standard or raised, got: " + value);
        };
    }
}
