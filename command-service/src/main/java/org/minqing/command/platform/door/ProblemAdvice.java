package org.minqing.command.platform.door;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.minqing.command.platform.refusal.Faults;
import org.minqing.edge.Problem;
import org.minqing.edge.Problems;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The one place where a failed request becomes a problem, wherever it failed. */
@RestControllerAdvice
@RestController
class ProblemAdvice implements ErrorController {
    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void inHandler(Throwable fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpHeaders headers = fault instanceof ErrorResponse known ? known.getHeaders() : HttpHeaders.EMPTY;
        problems.write(problems.answer(Faults.of(fault), headers, request), response);
    }

    /** What failed before or after a handler: in a filter, in the container. */
    @RequestMapping("/error")
    void elsewhere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Problem problem = fault instanceof Throwable thrown
                ? Faults.of(thrown)
                : problems.of(status instanceof Integer known ? known : 404);
        problems.write(problem, request, response);
    }
}
