package dev.capstan.kit.problem;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * A body that stopped coming. Tomcat then ends the answer itself, while the body is still being read, and sends the request to
 * {@link ProblemErrorController}. Whoever rethrows what came of it would have hundreds of lines written for each such caller, and
 * anybody can be a thousand of them.
 */
final class LostBody {

    private LostBody() {}

    static boolean isOf(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException;
    }
}
