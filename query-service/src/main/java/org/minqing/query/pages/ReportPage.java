package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.header.AnswerHeaders;
import org.minqing.query.platform.answer.PublicAddress;
import org.springframework.core.io.ClassPathResource;
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
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private static final String BODY = "<body>";

    private final Api api;
    private final PublicAddress addresses;
    /** What stands around the paper on the screen. */
    private final String around;

    ReportPage(Api api, PublicAddress addresses) {
        this.around = around();
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
        byte[] body = Objects.requireNonNull(answer.getBody());
        if (!MediaType.TEXT_HTML.isCompatibleWith(answer.getHeaders().getContentType())) {
            return ResponseEntity.ok().body(body);
        }
        String printed = new String(body, StandardCharsets.UTF_8);
        request.setAttribute(AnswerHeaders.POLICY, alone(around + printed));
        return onScreen(printed, organisation + "/" + year + (annual ? "" : "/" + half));
    }

    private static String around() {
        try {
            return new ClassPathResource("pages/paper.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a page of this jar", e);
        }
    }

    /** It carries its own styles, which are named by their hashes, so that it can be saved whole; it loads nothing. */
    private static String alone(String page) {
        return STYLE.matcher(page)
                .results()
                .map(style -> "'sha256-" + Base64.getEncoder().encodeToString(sha256(style.group(1))) + "'")
                .collect(Collectors.joining(
                        " ",
                        "default-src 'none'; style-src ",
                        "; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
