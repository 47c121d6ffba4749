package org.minqing.command.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.minqing.command.platform.Messages.Language;
import org.minqing.command.platform.Problem.FieldProblem;

/** Puts refusals into words, and onto the wire. */
final class Problems {
    private final Messages messages;

    Problems(Messages messages) {
        this.messages = messages;
    }

    Problem of(Refusal refusal, Language language, String traceId) {
        String key = "problem." + refusal.code();
        String generic = "problem.status." + refusal.status();
        String title = messages.find(language, key + ".title", refusal.arguments())
                .or(() -> messages.find(language, generic + ".title", refusal.arguments()))
                .orElse(refusal.code());
        String detail = messages.find(language, key, refusal.arguments())
                .or(() -> messages.find(language, generic, refusal.arguments()))
                .orElse(title);
        return new Problem(
                "urn:minqing:problem:" + refusal.code(),
                title,
                refusal.status(),
                detail,
                refusal.code(),
                refusal.errors().stream().map(e -> of(e, language)).toList(),
                traceId);
    }

    private FieldProblem of(Refusal.FieldError error, Language language) {
        if (error.code().equals(Refusal.FieldError.NO_LONGER_HOLDS)) {
            return noLongerHolds(error, language);
        }
        String message = messages.find(language, "problem." + error.code(), error.arguments())
                .orElseGet(() -> messages.text(language, "problem.invalid"));
        return new FieldProblem(error.pointer(), error.code(), message);
    }

    private FieldProblem noLongerHolds(Refusal.FieldError error, Language language) {
        List<Object> said = error.arguments();
        String why = messages.find(language, "problem." + said.get(2), said.subList(3, said.size()))
                .orElse(said.get(2).toString());
        Object event = messages.find(language, "event." + said.get(0), List.of())
                .orElse(said.get(0).toString());
        return new FieldProblem(
                error.pointer(),
                error.code(),
                messages.find(language, "problem." + error.code(), List.of(event, said.get(1), why))
                        .orElse(why));
    }

    void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language language = Language.of(request.getHeader("Accept-Language"));
        response.setStatus(refusal.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Content-Language", language.tag());
        response.setHeader("Vary", "Accept-Language");
        response.setHeader("Cache-Control", "no-store");
        if (refusal.status() == 503) {
            response.setHeader("Retry-After", "2");
        }
        byte[] body = StrictJson.MAPPER.writeValueAsBytes(of(refusal, language, TraceFilter.traceId(request)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
