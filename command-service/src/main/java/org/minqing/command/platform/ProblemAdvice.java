package org.minqing.command.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
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
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        if (fault instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        }
        problems.write(Faults.of(fault), request, response);
    }

    /** What failed before or after a handler: in a filter, in the container. */
    @RequestMapping("/error")
    void elsewhere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Refusal refusal;
        if (fault instanceof Throwable thrown) {
            refusal = Faults.of(thrown);
        } else {
            refusal = Faults.status(status instanceof Integer known ? known : 404);
        }
        problems.write(refusal, request, response);
    }
}
