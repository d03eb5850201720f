package dev.capstan.launcher.stack;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.process.Ports;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ports of one stack. */
public record StackPorts(Map<PortName, Integer> numbers) {

    private static final int HIGHEST = 65_535;

    public StackPorts {
        numbers = Map.copyOf(numbers);
    }

    /** The usual ports, each overridden by its variable in {@code environment}. */
    public static StackPorts from(Map<String, String> environment) {
        return each(name -> {
            String set = environment.get(name.variable());
            return set == null ? name.number() : parse(name.variable(), set);
        });
    }

    /** Ports nobody uses, for a stack beside another. */
    public static StackPorts free() {
        return each(name -> Ports.free());
    }

    public int of(PortName name) {
        return Objects.requireNonNull(numbers.get(name));
    }

    private static StackPorts each(Function<PortName, Integer> number) {
        return new StackPorts(Arrays.stream(PortName.values())
                .collect(Collectors.toMap(
                        Function.identity(), number, (one, two) -> one, () -> new EnumMap<>(PortName.class))));
    }

    private static int parse(String variable, String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > HIGHEST) {
            throw new LaunchFailure("expected a port between 1 and 65535 in " + variable + ", got: " + text);
        }
        return Integer.parseInt(text);
    }
}
