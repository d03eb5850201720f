package dev.capstan.simulator;

import dev.capstan.simulator.exchange.state.ExchangeState;
import dev.capstan.simulator.journal.RequestJournal;
import dev.capstan.simulator.journal.StateJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Both journals of a data folder. */
record Journals(StateJournal state, RequestJournal requests) implements AutoCloseable {

    /** Opens or creates them; what they say is in {@code state} afterwards. */
    static Journals open(Path folder, ExchangeState state) {
        try {
            Files.createDirectories(folder);
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot make the folder " + folder, impossible);
        }
        return new Journals(StateJournal.open(folder, state), RequestJournal.open(folder));
    }

    @Override
    public void close() {
        try {
            state.close();
            requests.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot close the journals", failure);
        }
    }
}
