package dev.capstan.gateway.idempotency;

import dev.capstan.gateway.forwarding.UpstreamAnswer;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/** Which answers are the last word on a request, so that the same request may be given them again. */
final class AnswerPolicy {

    /** Refusals that speak of the moment (who asks now, how often, how slowly), not of the request. */
    private static final Set<Integer> OF_THE_MOMENT = Set.of(401, 403, 408, 425, 429);

    private static final int LARGEST_STORED_BODY = 256 * 1024;

    private AnswerPolicy() {}

    /** An answer that says when to come back is by its own word not the last one. */
    static boolean isFinal(UpstreamAnswer answer) {
        return isSuccessOrRefusal(answer.status())
                && !answer.headers().containsHeader(HttpHeaders.RETRY_AFTER)
                && answer.body().length() <= LARGEST_STORED_BODY;
    }

    private static boolean isSuccessOrRefusal(int status) {
        return (status >= 200 && status < 300) || (status >= 400 && status < 500 && !OF_THE_MOMENT.contains(status));
    }
}
