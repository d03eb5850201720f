package dev.capstan.gateway.health;

import org.jspecify.annotations.Nullable;

/**
 * One check of {@code /api/health/ready}, spelled as the services spell theirs.
 *
 * @param status {@code up}, {@code down} or {@code not_configured}
 * @param detail why it is down
 */
public record CheckLine(String status, @Nullable String detail) {

    public static final CheckLine UP = new CheckLine("up", null);
    static final CheckLine NOT_CONFIGURED = new CheckLine("not_configured", null);

    public static CheckLine down(String detail) {
        return new CheckLine("down", detail);
    }

    public boolean isDown() {
        return status.equals("down");
    }
}
