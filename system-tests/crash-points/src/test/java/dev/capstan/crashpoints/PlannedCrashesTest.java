package dev.capstan.crashpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.kit.crash.CrashPoint;
import dev.capstan.kit.crash.CrashPointHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannedCrashesTest {

    @TempDir
    private Path folder;

    private final List<String> sent = new ArrayList<>();
    private Path plan = Path.of("unset");
    private PlannedCrashes crashes = new PlannedCrashes(null, (signal, pid) -> {});

    @BeforeEach
    void open() {
        plan = folder.resolve("execution-1.plan");
        crashes = new PlannedCrashes(plan, (signal, pid) -> sent.add(signal));
    }

    @Test
    void doesNothingWithoutAPlan() {
        crashes.reached(CrashPoint.CLAIM_COMMITTED, "c1");
        assertThat(sent).isEmpty();
    }

    @Test
    void killsOnceAtTheNamedPlace() throws IOException {
        Files.writeString(plan, "CLAIM_COMMITTED kill 0");
        crashes.reached(CrashPoint.CLAIM_CHECKED, "c1");
        crashes.reached(CrashPoint.CLAIM_COMMITTED, "c1");
        crashes.reached(CrashPoint.CLAIM_COMMITTED, "c2");
        assertThat(sent).containsExactly("-KILL");
        assertThat(folder.resolve("execution-1.plan.done")).content().startsWith("CLAIM_COMMITTED KILL");
    }

    @Test
    void waitsForTheAskedNumberOfPassesOfTheSubject() throws IOException {
        Files.writeString(plan, "FILL_COMMITTED stop 2 acct-1");
        for (int i = 0; i < 3; i++) {
            crashes.reached(CrashPoint.FILL_COMMITTED, "acct-2|X");
            assertThat(sent).isEmpty();
            crashes.reached(CrashPoint.FILL_COMMITTED, "acct-1|X");
        }
        assertThat(sent).containsExactly("-STOP");
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(CrashPointHook.class).findFirst()).get().isInstanceOf(PlannedCrashes.class);
    }
}
