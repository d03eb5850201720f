package dev.capstan.kit.security;

import dev.capstan.kit.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Asked about each call that comes without a token that counts, before its caller is told so; a service need not have one. */
@FunctionalInterface
public interface Refusals {

    /** What to answer instead of 401; null lets that stand. May add headers to the answer. */
    @Nullable
    Problem instead(HttpServletRequest request, HttpServletResponse response);
}
