package dev.capstan.kit.problem;

import java.io.IOException;

/** Thrown while reading a body that exceeds the limit. */
final class BodyTooLarge extends IOException {

    BodyTooLarge(long limit) {
        super("body exceeds " + limit + " bytes");
    }
}
