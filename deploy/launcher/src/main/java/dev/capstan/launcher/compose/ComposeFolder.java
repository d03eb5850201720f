package dev.capstan.launcher.compose;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.seed.DemoUser;
import dev.capstan.launcher.stack.Foundation;
import dev.capstan.launcher.stack.MarketEpoch;
import dev.capstan.launcher.stack.MarketOptions;
import dev.capstan.launcher.stack.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One installation on this host: {@code .env} and {@code secrets} beside the compose file.
 *
 * <p>The containers run as the account that owns the secrets, so nobody else can read them. Root owns no secrets of a container that is
 * not root: it gives them to {@link #SERVICE_ACCOUNT}.
 */
public final class ComposeFolder {

    /** As in the images. */
    static final int SERVICE_ACCOUNT = 10_001;

    private static final int ROOT = 0;

    private final Path folder;
    private final Secrets secrets;

    public ComposeFolder(Path folder) {
        this.folder = folder;
        this.secrets = new Secrets(folder.resolve("secrets"));
    }

    /** Those of an installation that was made before. */
    public Secrets secrets() {
        if (!Files.isDirectory(folder.resolve("secrets"))) {
            throw new LaunchFailure("there are no secrets in " + folder + "; ./capstan compose init makes them");
        }
        return secrets;
    }

    /** Makes what is missing and leaves what is there, so that a new version with a new secret is prepared by the same call. */
    public void init(Clock clock) {
        Foundation.makeSecrets(secrets);
        Arrays.stream(DemoUser.values()).forEach(user -> user.password(secrets));
        try {
            int owner = giveAway();
            Path settings = folder.resolve(".env");
            if (!Files.exists(settings)) {
                write(settings, settings(owner, MarketEpoch.in(folder, MarketOptions.GENERATED, clock)));
            }
        } catch (IOException e) {
            throw new LaunchFailure("cannot prepare " + folder + ": " + e.getMessage(), e);
        }
    }

    private static List<String> settings(int owner, String epoch) {
        return List.of(
                "# This installation's settings; ./capstan compose init made them. docs/operations/compose.md lists more.",
                "COMPOSE_PROJECT_NAME=capstan",
                "CAPSTAN_UID=" + owner,
                "CAPSTAN_GID=" + owner,
                "CAPSTAN_MARKET_EPOCH=" + epoch);
    }

    /** Who the containers run as. */
    private int giveAway() throws IOException {
        Path root = folder.resolve("secrets");
        int owner = (int) Files.getAttribute(root, "unix:uid");
        if (owner != ROOT && owner != SERVICE_ACCOUNT) {
            return owner;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:uid", SERVICE_ACCOUNT);
                Files.setAttribute(file, "unix:gid", SERVICE_ACCOUNT);
            }
        }
        return SERVICE_ACCOUNT;
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Path draft = Files.createTempFile(
                file.getParent(),
                ".env",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        Files.write(draft, lines);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
