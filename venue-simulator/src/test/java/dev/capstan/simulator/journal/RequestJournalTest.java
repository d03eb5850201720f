package dev.capstan.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestJournalTest {

    private static final int MANY = 1_000;

    @TempDir
    private Path folder;

    @Test
    void numbersGoOnAfterARestartAndEveryPageIsFound() throws IOException {
        try (RequestJournal journal = RequestJournal.open(folder)) {
            for (int number = 1; number <= MANY; number++) {
                journal.append(request("r" + number));
            }
        }
        try (RequestJournal journal = RequestJournal.open(folder)) {
            journal.append(request("r" + (MANY + 1)));
            assertThat(journal.last()).isEqualTo(MANY + 1);
            for (int from : new int[] {1, 2, 256, 257, 258, 600, MANY, MANY + 1}) {
                List<SignedRequest> page = journal.read(from, 3);
                assertThat(page.getFirst().sequence()).isEqualTo(from);
                assertThat(page.getFirst().parameters()).containsEntry("name", "r" + from);
                assertThat(page).hasSize(Math.min(3, MANY + 2 - from));
            }
            assertThat(journal.read(MANY + 2, 3)).isEmpty();
        }
    }

    private static SignedRequest request(String name) {
        return new SignedRequest(0, 1, "REST", "key", "POST", "/api/v3/order", Map.of("name", name));
    }
}
