package dev.capstan.kit.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the container sends here after {@code sendError} or a failure outside of Spring MVC. */
@Controller
class ProblemErrorController implements ErrorController {

    private final ProblemWriter writer;

    ProblemErrorController(ProblemWriter writer) {
        this.writer = writer;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Nothing can be said any more; the container breaks the connection.
        if (!response.isCommitted()) {
            writer.write(response, problem(request));
        }
    }

    private static Problem problem(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return switch (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)) {
            case ServletException e when e.getCause() != null -> Problems.of(e.getCause());
            // The body stopped coming, or its end never came.
            case SocketTimeoutException _ -> Problems.ofStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
            case EOFException _ -> Problems.ofStatus(HttpServletResponse.SC_BAD_REQUEST);
            case Throwable e -> Problems.of(e);
            // Somebody called the path itself.
            case null, default -> Problems.ofStatus(status instanceof Integer code ? code : 404);
        };
    }
}
