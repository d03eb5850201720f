package dev.capstan.kit.settings;

/** Thrown while starting when going on would be wrong; its message is the one line the operator sees. */
public class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        super(message);
    }
}
