package org.minqing.query.report;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Texts;
import org.minqing.events.period.PeriodKind;
import org.minqing.query.platform.answer.PublicAddress;
import org.minqing.query.platform.question.AcceptedParameters;
import org.minqing.query.platform.question.ParameterForm;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.question.QuestionParameters;
import org.minqing.query.platform.question.Refusal;
import org.minqing.query.platform.question.Snapshots;
import org.minqing.query.platform.source.ReportingPeriods;
import org.minqing.query.platform.source.ReportingPeriods.Held;
import org.minqing.query.platform.view.Period;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The annual and the half-year report: JSON, a page to print, or DOCX. */
@RestController
class ReportController {
    private static final int WHOLE = 0;
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType DOCX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private enum Format {
        JSON,
        HTML,
        DOCX
    }

    private final Snapshots snapshots;
    private final Reports reports;
    private final ReportingPeriods periods;
    private final Texts texts;
    private final ITemplateEngine templates;
    private final PublicAddress addresses;

    ReportController(
            Snapshots snapshots,
            Reports reports,
            ReportingPeriods periods,
            Texts texts,
            ITemplateEngine templates,
            PublicAddress addresses) {
        this.addresses = addresses;
        this.snapshots = snapshots;
        this.reports = reports;
        this.periods = periods;
        this.texts = texts;
        this.templates = templates;
    }

    @AcceptedParameters({"organisation", "year", "format"})
    @GetMapping("/v1/reports/annual")
    ResponseEntity<Object> annual(
            QuestionParameters asked,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletRequest request) {
        return report(asked, accept, request, number(asked, "year", 1949, 9998), WHOLE);
    }

    @AcceptedParameters({"organisation", "year", "half", "format"})
    @GetMapping("/v1/reports/half-year")
    ResponseEntity<Object> halfYear(
            QuestionParameters asked,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletRequest request) {
        return report(asked, accept, request, number(asked, "year", 1949, 9998), number(asked, "half", 1, 2));
    }

    /** @param half 1, 2 or {@link #WHOLE} */
    private ResponseEntity<Object> report(
            QuestionParameters asked, @Nullable String accept, HttpServletRequest request, int year, int half) {
        UUID organisation = organisation(asked);
        Format format = format(asked, accept);
        String address = addresses.of(request);
        return snapshots.answer(asked, question -> {
            LocalDate first = LocalDate.of(year, half == 2 ? 7 : 1, 1);
            Period calendar =
                    new Period(first, first.plusMonths(half == WHOLE ? 12 : 6).minusDays(1));
            Told of = told(question, organisation, calendar, half == WHOLE);
            LocalDate day = lastDay(question);
            String title = title(question, year, half);
            String last = title(question, day.getYear(), half == WHOLE ? WHOLE : day.getMonthValue() <= 6 ? 1 : 2);
            begun(question, first, of.days(), title, last);
            String named = of.days().equals(calendar)
                    ? title
                    : texts.text(
                            question.language(),
                            "report.title.days",
                            title,
                            question.language().day(of.days().from()),
                            question.language().day(of.days().to()));
            Held held = of.held();
            // what was approved in a programme are the figures of that programme
            Question narrowed = held == null
                    ? question
                    : question.or(Map.of("programme", held.programme().toString()));
            return shown(narrowed, reports.make(narrowed, organisation, of.days(), held, named), format, address);
        });
    }

    /** @param held the reporting period whose days they are; null: of none */
    private record Told(Period days, @Nullable Held held) {}

    private String title(Question question, int year, int half) {
        return texts.text(question.language(), half == WHOLE ? "report.annual" : "report.half." + half, year);
    }

    /** The day asked for, but none that is still to come. */
    private static LocalDate lastDay(Question question) {
        return question.asOf().isBefore(question.today()) ? question.asOf() : question.today();
    }

    /** 422 where neither the calendar's period nor the one held in its place has begun. */
    private static void begun(Question question, LocalDate calendar, Period held, String title, String last) {
        LocalDate day = lastDay(question);
        if (calendar.isAfter(day) && held.from().isAfter(day)) {
            throw Refusal.invalid(
                    "year", "period-not-begun", title, question.language().day(day), last);
        }
    }

    /**
     * The reporting period of that kind in the middle of the calendar's, else what of the calendar's own no other period of the
     * kind holds: each fact stands in one report. Where several programmes have theirs and none is asked for, it is none of theirs.
     */
    private Told told(Question question, UUID organisation, Period calendar, boolean annual) {
        LocalDate middle = calendar.from().plusMonths(annual ? 6 : 3);
        LocalDate from = calendar.from();
        LocalDate to = calendar.to();
        List<Held> all = periods.ofKind(
                annual ? PeriodKind.ANNUAL : PeriodKind.HALF_YEAR,
                calendar,
                question.knownAt(),
                question.programme(),
                organisation);
        if (all.stream().map(Held::programme).distinct().count() > 1) {
            return new Told(calendar, null);
        }
        for (Held held : all) {
            Period days = held.days();
            if (days.from().isAfter(middle)) {
                to = days.from().minusDays(1);
                break;
            }
            if (!days.to().isBefore(middle)) {
                return new Told(days, held);
            }
            from = days.to().plusDays(1);
        }
        return new Told(new Period(from, to), null);
    }

    private static int number(QuestionParameters asked, String name, int least, int most) {
        Long number = asked.number(name);
        String expected = least + " .. " + most;
        if (number == null) {
            throw Refusal.missing(name, expected);
        }
        if (number < least || number > most) {
            throw Refusal.malformed(name, expected);
        }
        return number.intValue();
    }

    private static UUID organisation(QuestionParameters asked) {
        UUID organisation = asked.uuid("organisation");
        if (organisation == null) {
            throw Refusal.missing("organisation", new ParameterForm("organisation"));
        }
        return organisation;
    }

    private static Format format(QuestionParameters asked, @Nullable String accept) {
        Format wanted = asked.choice("format", Format.class);
        if (wanted != null) {
            return wanted;
        }
        for (MediaType type : accepted(accept)) {
            if (type.equalsTypeAndSubtype(DOCX)) {
                return Format.DOCX;
            }
            if (type.equalsTypeAndSubtype(HTML)) {
                return Format.HTML;
            }
        }
        return Format.JSON;
    }

    /** Nothing that can be read is asked for by an Accept that cannot be. */
    private static List<MediaType> accepted(@Nullable String accept) {
        try {
            return MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException e) {
            throw Refusal.malformed("Accept", "text/html, application/json, ...");
        }
    }

    private Object shown(Question question, Report report, Format format, String address) {
        return switch (format) {
            case JSON -> made(question, MediaType.APPLICATION_JSON).body(report);
            case DOCX ->
                file(
                        question,
                        DOCX,
                        ContentDisposition.attachment(),
                        report.file("docx"),
                        Document.of(report, address));
            case HTML -> file(question, HTML, ContentDisposition.inline(), report.file("html"), page(report, address));
        };
    }

    private byte[] page(Report report, String address) {
        Context context =
                new Context(Locale.forLanguageTag(report.language()), Map.of("report", report, "address", address));
        return templates.process("report", context).getBytes(StandardCharsets.UTF_8);
    }

    /** The same question gives the same bytes, and they are known by their digest: a weak one where they may travel compressed. */
    private static ResponseEntity<byte[]> file(
            Question question, MediaType type, ContentDisposition.Builder how, String name, byte[] bytes) {
        return made(question, type)
                .eTag((type.equals(HTML) ? "W/\"" : "\"") + DigestUtils.md5DigestAsHex(bytes) + "\"")
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        how.filename(name, StandardCharsets.UTF_8).build().toString())
                .body(bytes);
    }

    private static ResponseEntity.BodyBuilder made(Question question, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_LANGUAGE, question.language().tag());
    }
}
