package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.answer.PublicAddress;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The report of a year or a half, for who is signed in: a page to print, or DOCX to take away. */
@Controller
class ReportPage {
    /** It carries its own style, so that it can be saved whole, and loads nothing. */
    private static final String ALONE = "default-src 'none'; style-src 'unsafe-inline'";

    private final Api api;
    private final PublicAddress addresses;

    ReportPage(Api api, PublicAddress addresses) {
        this.api = api;
        this.addresses = addresses;
    }

    @GetMapping("/report")
    ResponseEntity<byte[]> report(
            @ModelAttribute(binding = false) Reader reader,
            @ModelAttribute(name = "view", binding = false) Viewpoint view,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String half,
            @RequestParam(defaultValue = "html") String format,
            HttpServletRequest request) {
        Map<String, @Nullable Object> asked =
                view.with("organisation", organisation, "year", year, "half", half, "format", format);
        boolean annual = half == null || half.isBlank();
        ResponseEntity<byte[]> answer = api.file(
                reader, Api.path("reports", annual ? "annual" : "half-year"), asked, URI.create(addresses.of(request)));
        return ResponseEntity.ok()
                .headers(headers -> {
                    headers.addAll(answer.getHeaders());
                    headers.set("Content-Security-Policy", ALONE);
                })
                .body(answer.getBody());
    }
}
