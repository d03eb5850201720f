package dev.capstan.gateway.forwarding;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Bounds the calls that are on their way to a service, first come first served. Each holds memory, and more of them make none of them
 * faster: past this number a caller is better told to come again. A body has arrived before its call takes a place, so slow callers
 * take none; reads that wait on purpose have places of their own.
 */
@Component
public class PlaceFilter implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private final PlaceSettings settings;
    private final Semaphore calls;
    private final Semaphore waits;

    PlaceFilter(PlaceSettings settings) {
        this.settings = settings;
        this.calls = new Semaphore(settings.calls(), true);
        this.waits = new Semaphore(settings.waits(), true);
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        Semaphore places = isWait(request) ? waits : calls;
        if (!places.tryAcquire(settings.patience().toNanos(), TimeUnit.NANOSECONDS)) {
            throw ProblemException.retryLater(
                    ProblemCode.SERVICE_UNAVAILABLE, "Too many calls are in progress; nothing was done.", 1);
        }
        try {
            return next.handle(request);
        } finally {
            places.release();
        }
    }

    /** A read that its service holds open on purpose. */
    static boolean isWait(ServerRequest request) {
        return HttpMethod.GET.equals(request.method()) && request.param("wait").isPresent();
    }
}
