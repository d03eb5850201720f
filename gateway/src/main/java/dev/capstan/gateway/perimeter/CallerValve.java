package dev.capstan.gateway.perimeter;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Makes the request's remote address and scheme those of the real caller, where a trusted proxy says so. */
final class CallerValve extends ValveBase {

    private static final int HTTPS_PORT = 443;

    private final TrustedProxies proxies;

    CallerValve(TrustedProxies proxies) {
        super(true);
        this.proxies = proxies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String peer = request.getRemoteAddr();
        if (proxies.trusts(peer)) {
            String caller = proxies.callerOf(peer, Collections.list(request.getHeaders("X-Forwarded-For")));
            request.setRemoteAddr(caller);
            request.setRemoteHost(caller);
            if ("https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))) {
                request.setSecure(true);
                request.getCoyoteRequest().scheme().setString("https");
                request.setServerPort(HTTPS_PORT);
            }
        }
        getNext().invoke(request, response);
    }
}
