package dev.capstan.gateway.forwarding;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.springframework.web.servlet.function.ServerRequest;

/** Reads a body that must have come whole within a time: drop by drop is not a way to occupy the gateway. */
final class TimelyBody {

    private static final int PIECE = 16 * 1024;

    private TimelyBody() {}

    /**
     * Copies the body of {@code request}; the kit refuses one above its limit while it is read.
     *
     * @throws ProblemException 408 when it takes longer than {@code limit}
     */
    static void copy(ServerRequest request, OutputStream to, Duration limit) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        InputStream body = request.servletRequest().getInputStream();
        byte[] piece = new byte[PIECE];
        try {
            for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
                to.write(piece, 0, count);
                if (System.nanoTime() > deadline) {
                    throw late();
                }
            }
        } catch (IOException e) {
            // The server speaks of a caller that is gone also where one only stopped sending.
            if (e.getCause() instanceof SocketTimeoutException) {
                throw late();
            }
            throw e;
        }
    }

    private static ProblemException late() {
        return ProblemException.of(ProblemCode.REQUEST_TIMEOUT, "The body did not arrive in time; nothing was done.");
    }
}
