package org.minqing.query.platform.endpoint;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.minqing.edge.Problems;
import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.servlet.ModelAndView;

/** What failed before or after a handler, in a filter or in the container: a page for a browser that wanted one, else a problem. */
@Controller
class ErrorEndpoint extends BasicErrorController {
    private final Problems problems;

    ErrorEndpoint(ErrorAttributes attributes, List<ErrorViewResolver> views, Problems problems) {
        super(attributes, new ErrorProperties(), views);
        this.problems = problems;
    }

    @Override
    public ModelAndView errorHtml(HttpServletRequest request, HttpServletResponse response) {
        return forPrograms(request)
                ? new ModelAndView((model, asked, answer) -> problems.write(error(request), answer))
                : super.errorHtml(request, response);
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        return problems.answer(problems.of(getStatus(request).value()), request);
    }

    private static boolean forPrograms(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                && uri.matches("/+(v1|actuator|docs)(/.*|;.*)?");
    }
}
