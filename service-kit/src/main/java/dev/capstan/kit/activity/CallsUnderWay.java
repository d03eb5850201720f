package dev.capstan.kit.activity;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts the HTTP calls that may change something, from their arrival to the end of their answer. Who only looks is not counted. */
final class CallsUnderWay extends OncePerRequestFilter implements ActivitySource {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");

    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public Work look() {
        // In this order: a call that ends between the two lines counts as under way, and never the other way round.
        long ended = answered.get();
        return new Work(begun.get() - ended, ended);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return LOOKING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        begun.incrementAndGet();
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new Ending());
            } else {
                answered.incrementAndGet();
            }
        }
    }

    /** Hears when an answer that is given later has been. */
    private final class Ending implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            answered.incrementAndGet();
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
