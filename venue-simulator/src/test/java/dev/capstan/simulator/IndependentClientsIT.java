package dev.capstan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients nobody here wrote take the simulator for the venue it plays. */
class IndependentClientsIT {

    @Test
    void tradeStreamAndAreRefusedAsOnTheRealVenue(@TempDir Path folder) throws Exception {
        NodeClients.install();
        try (VenueSimulator venue = VenueSimulator.start(SimulatorOptions.in(folder))) {
            String told = NodeClients.run(
                    60, "node", "clients.mjs", "--url", venue.restUrl(), "--control", venue.controlUrl());
            assertThat(told.lines().filter(line -> line.endsWith(" ms")))
                    .as(told)
                    .hasSize(9);
        }
    }
}
