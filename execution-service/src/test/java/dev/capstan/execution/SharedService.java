package dev.capstan.execution;

import dev.capstan.execution.venue.adapter.binance.SimulatedVenue;
import dev.capstan.kit.testing.ServiceUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One service and one simulator for all tests of a JVM that need no other: starting them takes longer than any test. */
public final class SharedService {

    private static final SharedService ONE = new SharedService();

    private final SimulatedVenue venue;
    private final RunningService service;

    private SharedService() {
        try {
            Path folder = Files.createTempDirectory("shared-service");
            venue = new SimulatedVenue(Files.createDirectory(folder.resolve("venue")));
            service = RunningService.start(
                    ServiceUnderTest.named("execution-service", "execution"),
                    venue,
                    RunningService.secretsIn(Files.createDirectory(folder.resolve("secrets"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "shared-service-stop"));
    }

    public static SimulatedVenue venue() {
        return ONE.venue;
    }

    public static RunningService service() {
        return ONE.service;
    }

    private void stop() {
        service.close();
        venue.close();
    }
}
