package dev.capstan.kit.problem;

import dev.capstan.kit.correlation.Correlation;
import dev.capstan.kit.json.JsonDialect;
import java.io.IOException;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Tomcat's own "no" to a request that never reaches a filter, e.g. an illegal path. Tomcat makes it by its class name. */
public final class ProblemValve extends ErrorReportValve {

    private static final ProblemWriter WRITER = new ProblemWriter(JsonDialect.mapper());

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String id = UUID.randomUUID().toString();
        response.setHeader(Correlation.HTTP_HEADER, id);
        try (Correlation.Scope _ = Correlation.open(id)) {
            WRITER.write(response.getResponse(), Problems.ofStatus(response.getStatus()));
        } catch (IOException e) {
            // The caller has gone; there is nobody left to tell.
            getContainer().getLogger().debug("No answer written", e);
        }
    }
}
