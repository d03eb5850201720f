package dev.capstan.launcher.doctor;

import dev.capstan.launcher.component.PinnedComponent;
import dev.capstan.launcher.stack.ServiceDefinition;
import dev.capstan.launcher.stack.Services;
import dev.capstan.launcher.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is fetched and built, and whether the data were made by versions that fit. */
final class VersionsCheck implements Check {

    private final StackOptions options;

    VersionsCheck(StackOptions options) {
        this.options = options;
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        for (PinnedComponent component : PinnedComponent.values()) {
            boolean fetched = Files.isDirectory(options.cache().root().resolve(component.cacheFolder()));
            findings.add(Finding.fine(
                    component.folder(), component.version() + (fetched ? "" : ", fetched at the next up")));
        }
        findings.add(postgresData());
        findings.add(services());
        return findings;
    }

    /** A major version of PostgreSQL does not read the files of another. */
    private Finding postgresData() {
        String check = "data of postgres";
        Path version = options.data().root().resolve("postgres/data/PG_VERSION");
        if (!Files.exists(version)) {
            return Finding.fine(check, "none yet");
        }
        try {
            String made = Files.readString(version).strip();
            return PinnedComponent.POSTGRES.version().startsWith(made + ".")
                    ? Finding.fine(check, "made by " + made)
                    : Finding.wrong(
                            check,
                            "made by " + made + ", the stack runs " + PinnedComponent.POSTGRES.version(),
                            "move them with pg_dump of the old version, or begin anew with ./capstan reset");
        } catch (IOException e) {
            return Finding.wrong(check, "cannot read " + version, "run this as the user who ran ./capstan up");
        }
    }

    private Finding services() {
        List<String> missing = Services.in(options.repository()).stream()
                .filter(service -> !service.isBuilt(options.repository()))
                .map(ServiceDefinition::name)
                .toList();
        return missing.isEmpty()
                ? Finding.fine("services", "built")
                : Finding.fine("services", String.join(", ", missing) + " built at the next up");
    }
}
