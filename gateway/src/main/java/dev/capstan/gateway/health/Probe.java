package dev.capstan.gateway.health;

import java.time.Duration;
import java.util.Map;

/** One thing that can be asked how it is. */
interface Probe {

    /** Its line in the report; lines it adds stand below as {@code name.line}. */
    String name();

    /** Asks now; takes as long as it takes, and never throws for a thing that is merely down. */
    Finding ask(Duration limit);

    /**
     * What was found.
     *
     * @param parts the thing's own checks, by name
     */
    record Finding(CheckLine line, Map<String, CheckLine> parts) {

        public Finding {
            parts = Map.copyOf(parts);
        }

        static Finding of(CheckLine line) {
            return new Finding(line, Map.of());
        }
    }
}
