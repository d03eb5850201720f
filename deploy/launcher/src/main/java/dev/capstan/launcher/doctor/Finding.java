package dev.capstan.launcher.doctor;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param check what was looked at, e.g. {@code port 8080}
 * @param found what there is, in words
 * @param mend what to do about it; null when it is fine
 */
public record Finding(
        String check,
        Verdict verdict,
        String found,
        @Nullable String mend) {

    static Finding fine(String check, String found) {
        return new Finding(check, Verdict.FINE, found, null);
    }

    static Finding care(String check, String found, String mend) {
        return new Finding(check, Verdict.CARE, found, mend);
    }

    static Finding wrong(String check, String found, String mend) {
        return new Finding(check, Verdict.WRONG, found, mend);
    }
}
