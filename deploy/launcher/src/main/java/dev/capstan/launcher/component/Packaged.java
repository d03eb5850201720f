package dev.capstan.launcher.component;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Text files inside the launcher's jar. */
public final class Packaged {

    private Packaged() {}

    /** The whole file; a missing one is a fault of the packaging. */
    public static String text(String path) {
        try (InputStream in = Packaged.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new LaunchFailure("the launcher was packaged without " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LaunchFailure("cannot read " + path, e);
        }
    }
}
