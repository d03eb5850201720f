package dev.capstan.kit.problem;

import dev.capstan.kit.json.Storable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a query parameter with a text that no database keeps, by its name; in a path the web server refuses it. It looks at the query as
 * it was sent, in which U+0000 has one spelling: asking for parameters would read a body that calls itself a form.
 */
final class TextParameters implements HandlerInterceptor {

    private static final String ENCODED = "%00";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        if (query != null && query.contains(ENCODED)) {
            String name = Stream.of(query.split("&", -1))
                    .filter(pair -> pair.contains(ENCODED))
                    .map(pair -> pair.split("=", 2)[0])
                    .findFirst()
                    .orElse("query");
            throw ProblemException.invalid(name, Storable.EXPECTED);
        }
        return true;
    }
}
