package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.answer.PublicAddress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** The report of a year or a half, for who is signed in: a page to print, or DOCX to take away. */
@Controller
class ReportPage {
    /** It carries its own style, so that it can be saved whole, and loads nothing. */
    private static final String ALONE = "default-src 'none'; style-src 'unsafe-inline'";

    private static final String BODY = "<body>";

    private final Api api;
    private final PublicAddress addresses;

    ReportPage(Api api, PublicAddress addresses) {
        this.api = api;
        this.addresses = addresses;
    }

    @GetMapping("/report")
    Object report(
            @ModelAttribute(binding = false) Reader reader,
            @ModelAttribute(name = "view", binding = false) Viewpoint view,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String half,
            @RequestParam(defaultValue = "html") String format,
            HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, @Nullable Object> asked =
                view.with("organisation", organisation, "year", year, "half", half, "format", format);
        boolean annual = half == null || half.isBlank();
        ResponseEntity<byte[]> answer = api.file(
                reader, Api.path("reports", annual ? "annual" : "half-year"), asked, URI.create(addresses.of(request)));
        answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
        response.setHeader("Content-Security-Policy", ALONE);
        byte[] body = Objects.requireNonNull(answer.getBody());
        return MediaType.TEXT_HTML.isCompatibleWith(answer.getHeaders().getContentType())
                ? onScreen(
                        new String(body, StandardCharsets.UTF_8),
                        organisation + "/" + year + (annual ? "" : "/" + half))
                : ResponseEntity.ok().body(body);
    }

    /** The paper with the way back above it, which is not printed; from the evidence of its figures one comes back to it. */
    private static ModelAndView onScreen(String printed, String report) {
        String paper = printed.replace(
                "/evidence?", "/evidence?report=" + UriUtils.encode(report, StandardCharsets.UTF_8) + "&amp;");
        int at = paper.indexOf(BODY) + BODY.length();
        return new ModelAndView("paper")
                .addObject("before", paper.substring(0, at))
                .addObject("after", paper.substring(at));
    }
}
