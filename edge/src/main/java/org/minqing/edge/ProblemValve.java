package org.minqing.edge;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.header.AnswerHeaders;

/** What the container refuses before any application sees it (an address that cannot be read, headers too long) is a problem too. */
final class ProblemValve extends ErrorReportValve {
    private static final int FIRST_ERROR = 400;

    private final Problems problems;

    ProblemValve(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            AnswerHeaders.on(request, response);
            problems.write(problems.of(status), request, response);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("nobody to tell", gone);
        }
    }
}
