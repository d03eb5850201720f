package dev.capstan.simulator;

import java.util.List;

/** Runs a simulator until the process is ended. */
public final class VenueSimulatorApplication {

    private static final int USAGE_ERROR = 64;

    private VenueSimulatorApplication() {}

    /** Starts with the options of the command line; {@code --help} prints them. */
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.println(CommandLine.USAGE);
            return;
        }
        try {
            VenueSimulator simulator = VenueSimulator.start(CommandLine.parse(List.of(arguments)));
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "shutdown"));
            System.out.println("venue on port " + simulator.port() + ", control on port " + simulator.controlPort());
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(CommandLine.USAGE);
            System.exit(USAGE_ERROR);
        }
    }
}
