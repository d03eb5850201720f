package dev.capstan.gateway.perimeter;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.Problem;
import dev.capstan.kit.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Says no to a foreign page the way everything here says no. */
final class ProblemCorsProcessor extends DefaultCorsProcessor {

    private static final Problem FOREIGN = Problem.of(
            ProblemCode.ACCESS_DENIED, "Pages of this origin may not call, or not with this method or header.");

    private final ProblemWriter writer;

    ProblemCorsProcessor(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration configuration, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean allowed = super.processRequest(configuration, request, response);
        if (!allowed) {
            writer.write(response, FOREIGN);
        }
        return allowed;
    }

    /** Spring would write its own text here. */
    @Override
    protected void rejectRequest(ServerHttpResponse response) {}
}
