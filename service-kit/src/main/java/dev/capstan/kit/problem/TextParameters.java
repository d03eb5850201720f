package dev.capstan.kit.problem;

import dev.capstan.kit.json.Storable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a parameter with a text that no database keeps, by its name; in a path the web server refuses it. */
final class TextParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap().forEach((name, values) -> {
            if (Stream.of(values).anyMatch(Storable::isNot)) {
                throw ProblemException.invalid(name, Storable.EXPECTED);
            }
        });
        return true;
    }
}
