package dev.capstan.launcher.seed;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.stack.Secrets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The people of a local stack: one for each role, and a second trader to try what is kept apart. */
public enum DemoUser {
    VIEWER,
    TRADER,
    TRADER2,
    RISK_MANAGER,
    ADMIN;

    private static final String READER = "users";

    /** The name to log in with. */
    public String userName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Random, one for each installation. */
    public String password(Secrets secrets) {
        return secrets.password(READER, userName());
    }

    /** The user with this name, or a failure that lists all. */
    public static DemoUser named(String userName) {
        return Arrays.stream(values())
                .filter(user -> user.userName().equals(userName))
                .findFirst()
                .orElseThrow(() -> new LaunchFailure("no user is named " + userName + "; there are "
                        + Arrays.stream(values()).map(DemoUser::userName).collect(Collectors.joining(", "))));
    }
}
