package dev.capstan.gateway.perimeter;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Headers that tell a browser to be careful with what comes from here; on every answer, before anybody can write one. */
final class SecurityHeadersValve extends ValveBase {

    /** Nothing that the API answers is a page. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    /** The one page there is: scripts and calls of its own only; it styles itself. */
    private static final String OWN_PAGE = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    SecurityHeadersValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String path = String.valueOf(request.getDecodedRequestURI());
        boolean page = path.equals("/docs") || path.startsWith("/docs/");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", page ? OWN_PAGE : NOTHING);
        response.setHeader("Cache-Control", page ? "no-cache" : "no-store");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        getNext().invoke(request, response);
    }
}
