package org.minqing.query.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.minqing.query.platform.fact.Figures.TooManyGroups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Whatever goes wrong with a question under /v1 becomes a problem document; pages see to themselves. */
@ControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter writer;

    ProblemAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> problem(Problem problem, HttpServletRequest request) {
        return writer.write(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> groups(TooManyGroups e, HttpServletRequest request) {
        return writer.write(Problem.invalid("groupBy", "too-many-groups", e.most()), request);
    }

    /** The one who asked is gone. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        LOG.debug("nobody listens any more");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> other(Exception e, HttpServletRequest request) throws Exception {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/v1/")) {
            throw e;
        }
        if (e instanceof ErrorResponse known) {
            return known(known, request);
        }
        if (e instanceof DataAccessException || e instanceof TransactionException) {
            boolean away = Away.is(e);
            LOG.error("a question failed", e);
            return writer.write(request, away ? 503 : 500, away ? "unavailable" : "internal", null, HttpHeaders.EMPTY);
        }
        LOG.error("a question failed", e);
        return writer.write(request, 500, "internal", null, HttpHeaders.EMPTY);
    }

    private ResponseEntity<Map<String, Object>> known(ErrorResponse known, HttpServletRequest request) {
        HttpStatusCode status = known.getStatusCode();
        String code = switch (status.value()) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            default -> status.is4xxClientError() ? "bad-request" : "internal";
        };
        return writer.write(request, status.value(), code, null, known.getHeaders());
    }
}
