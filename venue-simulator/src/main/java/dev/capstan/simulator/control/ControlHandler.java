package dev.capstan.simulator.control;

import java.io.IOException;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The control addresses: JSON in, JSON out, a problem document for what cannot be read. */
public final class ControlHandler extends Handler.Abstract {

    /** One thing that can be asked for. */
    interface Action {
        JsonNode run(ControlRequest request);
    }

    private final Map<String, Action> actions;

    public ControlHandler(ControlActions actions) {
        this.actions = actions.byAddress();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        Action action = actions.get(request.getMethod() + " " + Request.getPathInContext(request));
        if (action == null) {
            write(response, callback, 404, problem(404, "no such address", null));
            return true;
        }
        try {
            write(response, callback, 200, action.run(read(request)));
        } catch (ControlException refused) {
            write(response, callback, refused.status(), problem(refused.status(), refused.reason(), refused.field()));
        }
        return true;
    }

    private static ControlRequest read(Request request) throws IOException {
        String query = request.getHttpURI().getQuery();
        return ControlRequest.read(query == null ? "" : query, Content.Source.asString(request));
    }

    private static ObjectNode problem(int status, String reason, @Nullable String field) {
        ObjectNode problem = JsonNodeFactory.instance
                .objectNode()
                .put("title", HttpStatus.getMessage(status))
                .put("status", status)
                .put("detail", reason);
        if (field != null) {
            problem.putArray("errors").addObject().put("field", field).put("reason", reason);
        }
        return problem;
    }

    private static void write(Response response, Callback callback, int status, JsonNode body) {
        response.setStatus(status);
        response.getHeaders().put("Content-Type", status < 300 ? "application/json" : "application/problem+json");
        Content.Sink.write(response, true, body.toString(), callback);
    }
}
