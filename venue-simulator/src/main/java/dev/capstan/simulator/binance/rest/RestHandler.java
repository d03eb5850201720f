package dev.capstan.simulator.binance.rest;

import dev.capstan.simulator.binance.operation.Arrival;
import dev.capstan.simulator.binance.operation.Dispatcher;
import dev.capstan.simulator.binance.operation.Endpoint;
import dev.capstan.simulator.binance.operation.Endpoints;
import dev.capstan.simulator.binance.operation.Later;
import dev.capstan.simulator.binance.operation.Outcome;
import dev.capstan.simulator.binance.protocol.ApiErrors;
import dev.capstan.simulator.binance.protocol.ApiException;
import dev.capstan.simulator.binance.protocol.Form;
import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.binance.protocol.Signature;
import dev.capstan.simulator.binance.protocol.Times;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The venue's REST addresses. */
public final class RestHandler extends Handler.Abstract {

    private static final Logger LOG = Logger.getLogger(RestHandler.class.getName());
    private static final long LARGEST_BODY = 65_536;
    private static final String RETIRED = "/api/v3/userDataStream";

    private final Endpoints endpoints;
    private final Dispatcher dispatcher;
    private final LimitHeaders headers;
    private final Later later;
    private final String address;

    public RestHandler(Endpoints endpoints, Dispatcher dispatcher, LimitHeaders headers, Later later, String address) {
        this.endpoints = endpoints;
        this.dispatcher = dispatcher;
        this.headers = headers;
        this.later = later;
        this.address = address;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request);
        Outcome outcome = outcome(request, path);
        switch (outcome) {
            case Outcome.Answer answer ->
                later.after(answer.delayMillis(), () -> write(request, answer, response, callback));
            case Outcome.Unanswered unanswered -> later.after(unanswered.delayMillis(), () -> cut(request, callback));
        }
        return true;
    }

    private Outcome outcome(Request request, String path) throws IOException {
        try {
            if (request.getLength() > LARGEST_BODY) {
                throw new ApiException(413, -1101, "Too many parameters sent for this endpoint.");
            }
            if (path.equals(RETIRED)) {
                throw ApiErrors.gone();
            }
            Endpoint endpoint = endpoints
                    .http(request.getMethod(), path)
                    .orElseThrow(() -> new ApiException(404, -1020, "This operation is not supported."));
            return dispatcher.dispatch(endpoint, arrival(request, path));
        } catch (ApiException refused) {
            return new Outcome.Answer(refused.status(), Dispatcher.error(refused), 0);
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, "a request failed", failure);
            return new Outcome.Answer(500, Dispatcher.error(ApiErrors.unknown()), 0);
        }
    }

    private Arrival arrival(Request request, String path) throws IOException {
        String query = request.getHttpURI().getQuery() == null
                ? ""
                : request.getHttpURI().getQuery();
        String body = request.getMethod().equals("GET") ? "" : Content.Source.asString(request);
        String apiKey = request.getHeaders().get("X-MBX-APIKEY");
        return new Arrival(
                "REST",
                request.getMethod(),
                path,
                address,
                apiKey == null ? "" : apiKey,
                new Parameters(Form.ofRequest(query, body)),
                Signature.restPayload(query, body),
                Times.parse(request.getHeaders().get("X-MBX-TIME-UNIT")),
                false);
    }

    private void write(Request request, Outcome.Answer answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        response.getHeaders().put("Content-Type", "application/json;charset=UTF-8");
        headers.addTo(response, answer.status(), request);
        Content.Sink.write(response, true, answer.body().toString(), callback);
    }

    /** Ends the connection in the middle of the exchange, as a crash or a cut line would. */
    private static void cut(Request request, Callback callback) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new ClosedChannelException());
    }
}
