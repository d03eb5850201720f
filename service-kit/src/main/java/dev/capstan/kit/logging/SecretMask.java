package dev.capstan.kit.logging;

import java.util.regex.Pattern;

/** Takes secrets out of text. A second line of defense: code must not log them in the first place. */
final class SecretMask {

    private static final String MASK = "******";

    /** The word before the value decides; the value ends where text of that kind usually ends. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:password|passwd|secret(?:[-_]?key)?|client[-_]secret|api[-_]?key|x-mbx-apikey|master[-_]?key|signature"
                    + "|access[-_]token|refresh[-_]token|token|private[-_]?key)[\"']?\\s*[:=]\\s*[\"']?)[^\\s\"',;&}\\])]+");

    private static final Pattern BEARER = Pattern.compile("(?i)\\b((?:bearer|basic)\\s+)[A-Za-z0-9._~+/=-]{8,}");
    private static final Pattern JWT = Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    private SecretMask() {}

    static String of(String text) {
        String masked = BEARER.matcher(text).replaceAll("$1" + MASK);
        masked = JWT.matcher(masked).replaceAll(MASK);
        return NAMED.matcher(masked).replaceAll("$1" + MASK);
    }
}
