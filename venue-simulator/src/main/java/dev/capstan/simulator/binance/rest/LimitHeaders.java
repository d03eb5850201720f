package dev.capstan.simulator.binance.rest;

import dev.capstan.simulator.binance.operation.RequestLimiter;
import dev.capstan.simulator.exchange.Exchange;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Tells a client how much of its limits it has used. */
public final class LimitHeaders {

    private final RequestLimiter limiter;
    private final Exchange exchange;
    private final String address;

    public LimitHeaders(RequestLimiter limiter, Exchange exchange, String address) {
        this.limiter = limiter;
        this.exchange = exchange;
        this.address = address;
    }

    void addTo(Response response, int status, Request request) {
        String used = Integer.toString(limiter.used(address));
        response.getHeaders().put("X-MBX-USED-WEIGHT", used);
        response.getHeaders().put("X-MBX-USED-WEIGHT-1M", used);
        if (status == HttpStatus.TOO_MANY_REQUESTS_429 || status == HttpStatus.IM_A_TEAPOT_418) {
            response.getHeaders().put("Retry-After", Long.toString(limiter.retryAfterSeconds(address)));
        }
        String apiKey = request.getHeaders().get("X-MBX-APIKEY");
        if (isPlacing(request) && HttpStatus.isSuccess(status) && apiKey != null) {
            exchange.account(apiKey).map(exchange.ledger()::orderUsage).ifPresent(usage -> {
                response.getHeaders().put("X-MBX-ORDER-COUNT-10S", Integer.toString(usage.inTenSeconds()));
                response.getHeaders().put("X-MBX-ORDER-COUNT-1D", Integer.toString(usage.inDay()));
            });
        }
    }

    private static boolean isPlacing(Request request) {
        String path = Request.getPathInContext(request);
        return request.getMethod().equals("POST")
                && (path.equals("/api/v3/order")
                        || path.equals("/api/v3/order/cancelReplace")
                        || path.startsWith("/api/v3/orderList/"));
    }
}
