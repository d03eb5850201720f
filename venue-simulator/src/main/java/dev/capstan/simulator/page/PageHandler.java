package dev.capstan.simulator.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves the page and what it is made of; everything else is for the venue's own addresses behind it. */
public final class PageHandler extends Handler.Wrapper {

    private static final String STATE = "/page/state";

    /** Only what comes from here, nothing inline, and nobody may frame it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private record Asset(String type, String text) {}

    private final Map<String, Asset> assets = Map.of(
            "/", asset("page.html", "text/html"),
            "/page/page.js", asset("page.js", "text/javascript"),
            "/page/page.css", asset("page.css", "text/css"));
    private final PageState state;

    public PageHandler(PageState state, Handler venue) {
        super(venue);
        this.state = state;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!request.getMethod().equals("GET")) {
            return super.handle(request, response, callback);
        }
        if (path.equals(STATE)) {
            return write(new Asset("application/json", state.json().toString()), response, callback);
        }
        Asset asset = assets.get(path);
        return asset == null ? super.handle(request, response, callback) : write(asset, response, callback);
    }

    private static boolean write(Asset asset, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("Content-Type", asset.type() + ";charset=UTF-8");
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cache-Control", "no-cache");
        Content.Sink.write(response, true, asset.text(), callback);
        return true;
    }

    private static Asset asset(String name, String type) {
        try (InputStream file = PageHandler.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("expected the page's file " + name + " in the jar");
            }
            return new Asset(type, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read the page's file " + name, unreadable);
        }
    }
}
