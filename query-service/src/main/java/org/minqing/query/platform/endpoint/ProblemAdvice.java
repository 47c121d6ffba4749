package org.minqing.query.platform.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Outage;
import org.minqing.edge.Problem;
import org.minqing.edge.Problems;
import org.minqing.edge.share.ShareRefusal;
import org.minqing.log.LogFull;
import org.minqing.query.platform.fact.Figures.TooManyGroups;
import org.minqing.query.platform.projection.ReadPosition;
import org.minqing.query.platform.question.Refusal;
import org.minqing.query.platform.question.Snapshots;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

/** Whatever goes wrong with a question under /v1 becomes a problem document; pages see to themselves. */
@ControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;
    private final ReadPosition stands;

    ProblemAdvice(Problems problems, ReadPosition stands) {
        this.problems = problems;
        this.stands = stands;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refusal refusal, HttpServletRequest request) {
        return standing(problems.answer(refusal, request));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> noPlace(ShareRefusal refusal, HttpServletRequest request) {
        return standing(problems.answer(refusal, request));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> groups(TooManyGroups e, HttpServletRequest request) {
        return standing(problems.answer(Refusal.invalid("groupBy", "too-many-groups", e.most()), request));
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Map<String, Object>> other(Exception e, HttpServletRequest request) throws Exception {
        if (gone(e)) {
            LOG.debug("nobody listens any more");
            return null;
        }
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/v1/")) {
            throw e;
        }
        if (e instanceof ErrorResponse known) {
            return known(known, request);
        }
        LOG.error("a question failed", e);
        if (LogFull.causes(e)) {
            return problems.answer(Problem.of(507, "disk-full"), request);
        }
        return problems.answer(Outage.ofDatabase(e) ? Problem.of(503, "unavailable") : problems.of(500), request);
    }

    /** The one who asked hung up, which is told wrapped by whatever was writing the answer. */
    private static boolean gone(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            // a stream has no end of its own: it is timed out only where the container ends
            if (cause instanceof AsyncRequestNotUsableException || cause instanceof AsyncRequestTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private ResponseEntity<Map<String, Object>> known(ErrorResponse known, HttpServletRequest request) {
        return standing(problems.answer(problems.of(known.getStatusCode().value()), known.getHeaders(), request));
    }

    /** With the position the read side stands at, as every answer has it. */
    private ResponseEntity<Map<String, Object>> standing(ResponseEntity<Map<String, Object>> problem) {
        try {
            return ResponseEntity.status(problem.getStatusCode())
                    .headers(problem.getHeaders())
                    .header(Snapshots.POSITION, String.valueOf(stands.position()))
                    .body(problem.getBody());
        } catch (DataAccessException away) {
            return problem;
        }
    }
}
