package org.minqing.query.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.query.platform.answer.Address;
import org.minqing.query.platform.answer.MeasureAnswers;
import org.minqing.query.platform.answer.Publications;
import org.minqing.query.platform.answer.Publications.Publication;
import org.minqing.query.platform.answer.Publications.Seal;
import org.minqing.query.platform.answer.Publications.Waived;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.question.Refusal;
import org.minqing.query.platform.register.Item;
import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.source.DataQuality;
import org.minqing.query.platform.source.Gazetteer;
import org.minqing.query.platform.source.ReportSections;
import org.minqing.query.platform.source.ReportingPeriods.Held;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Window;
import org.minqing.query.platform.view.Period;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes a report of an organisation's period from its figures alone. */
@Component
class Reports {
    private static final List<String> WRITTEN = List.of(ReportSections.PROBLEMS, ReportSections.NEXT_STEPS);

    private final Catalogue catalogue;
    private final MeasureAnswers measured;
    private final RegisterReader register;
    private final Texts texts;
    private final Outlines outlines;
    private final ReportSections written;
    private final Gazetteer gazetteer;
    private final String rules;
    private final Publications published;

    Reports(
            Catalogue catalogue,
            MeasureAnswers measured,
            RegisterReader register,
            Texts texts,
            Outlines outlines,
            Gazetteer gazetteer,
            ReportSections written,
            DataQuality rules,
            Publications published) {
        this.catalogue = catalogue;
        this.measured = measured;
        this.register = register;
        this.texts = texts;
        this.outlines = outlines;
        this.gazetteer = gazetteer;
        this.rules = rules.version();
        this.published = published;
        this.written = written;
    }

    /**
     * Its figures are those of the organisation at its seat and below, as they are sealed, whoever asks: everybody who may see it sees
     * the same, and may see the evidence.
     *
     * @param held the reporting period it belongs to; null: to none
     * @param title as the report is called, its year and half told
     */
    Report make(Question question, UUID organisation, Period period, @Nullable Held held, String title) {
        Item office = register.find("Organisation", organisation.toString(), question.asOf(), question.knownAt())
                .orElseThrow(() -> Refusal.notFound("organisation", organisation.toString()));
        question.requireScope(office.division(), organisation);
        String seat = held == null ? Objects.requireNonNull(office.division()) : held.division();
        question.requireScope(seat);
        Language language = question.language();
        Question total = question.or(Map.of("to", period.to().toString()));
        Question flow = question.or(
                Map.of("from", period.from().toString(), "to", period.to().toString()));
        List<Map<String, Object>> measures = new ArrayList<>();
        List<Report.Row> table = new ArrayList<>();
        LocalDate stands = period.to().isBefore(question.asOf()) ? period.to() : question.asOf();
        MeasuredFigures figures = new MeasuredFigures(
                catalogue, measured, register, gazetteer, total, flow, seat, organisation, name(office), stands);
        List<String> remarks = new ArrayList<>();
        Map<Measure, List<String>> corrected = figures.corrected();
        Map<String, String> evidence = new HashMap<>();
        String none = texts.text(language, "report.none");
        for (Measure measure : catalogue.all()) {
            boolean flows = MeasuredFigures.flows(measure);
            boolean periodOnly = measure.window() == Window.IN_PERIOD;
            MeasureAnswers.One within = figures.period(measure);
            MeasureAnswers.One whole = figures.whole(measure);
            Map<String, Object> json = new LinkedHashMap<>(whole.json());
            if (flows) {
                json.put("inPeriod", within.json());
            }
            measures.add(json);
            evidence.put(measure.id(), whole.evidence());
            remarks.addAll(corrected.getOrDefault(measure, List.of()));
            if (whole.json().get("mayOverlap") instanceof Map<?, ?> added
                    && added.get("reports") instanceof Number reports) {
                String name = String.valueOf(json.get("title"));
                String note = texts.text(language, "format.twice", name, reports);
                remarks.add(Notes.linked(note, measure.id(), name));
            }
            table.add(new Report.Row(
                    measure.id(),
                    String.valueOf(json.get("title")),
                    periodOnly ? "" : whole.evident() ? whole.plain() : none,
                    !flows ? "" : within.evident() ? within.plain() : none));
        }
        Set<String> both = cadres(total, "M05", seat);
        both.retainAll(cadres(total, "M14", seat));
        List<Report.Missing> missing = new ArrayList<>();
        List<Report.Section> sections = sections(language, figures, missing);
        Map<String, String> texted = held == null ? Map.of() : written.of(held.reportingPeriodId(), question.knownAt());
        people(language, texted, sections, missing);
        Publication publication = held == null
                ? null
                : published.of(question, held.reportingPeriodId()).orElse(null);
        Notes notes = new Notes(texts, language, evidence);
        if (question.asOf().isBefore(period.to())) {
            notes.tell("report.note.unfinished", language.day(stands));
        }
        remarks.forEach(notes::add);
        if (!both.isEmpty()) {
            notes.tell("report.note.both", both.size());
        }
        if (tells(figures, "M12P") && tells(figures, "M13")) {
            notes.tell("report.note.beneficiaries");
        }
        if (tells(figures, "M09") && tells(figures, "M22")) {
            notes.tell("report.note.donations");
        }
        Seal seal = publication == null ? null : publication.seal();
        if (seal != null) {
            notes.seal(seal);
        }
        Report.Footer footer = footer(question, seat, stands);
        return new Report(
                title,
                language.tag(),
                Cover.of(
                        texts, language, name(office), publication, !period.to().isAfter(question.asOf())),
                period,
                texts.text(language, "report.days", language.day(period.from()), language.day(period.to())),
                measures,
                sections,
                missing,
                notes.all(),
                seal,
                annex(language, footer, publication),
                List.of(
                        texts.text(language, "report.head.id"),
                        texts.text(language, "report.head.title"),
                        texts.text(language, "report.head.total"),
                        texts.text(language, "report.head.period")),
                table,
                footer);
    }

    private Report.Footer footer(Question question, String seat, LocalDate stands) {
        String place =
                String.valueOf(Address.of(gazetteer, question.instead(stands, question.knownAt(), Map.of()), seat)
                        .get("fullName"));
        return new Report.Footer(
                seat,
                place,
                question.asOf().toString(),
                question.knownAt(),
                rules,
                texts.text(question.language(), "report.footer", place, stands, question.knownAt(), rules));
    }

    private Report.Annex annex(Language language, Report.Footer footer, @Nullable Publication publication) {
        List<String> origins = new ArrayList<>();
        origins.add(footer.text());
        if (publication != null) {
            origins.add(texts.text(language, "report.origin.period", publication.reportingPeriodId()));
        }
        Seal seal = publication == null ? null : publication.seal();
        if (seal != null) {
            origins.add(
                    texts.text(language, "report.origin.seal", seal.position(), seal.rules(), seal.assessmentSha256()));
            seal.waived()
                    .forEach(w -> origins.add(
                            texts.text(language, "report.origin.waived", w.rule(), rule(language, w), w.findings())));
        }
        return new Report.Annex(
                texts.text(language, "report.annex.mark"),
                texts.text(language, "report.annex.title"),
                texts.text(language, "report.annex.named"),
                texts.text(language, "report.annex.left"),
                texts.text(language, "report.annex.origin"),
                origins);
    }

    private String rule(Language language, Waived waived) {
        return texts.find(language, "rule." + waived.rule() + ".title").orElse("");
    }

    private Set<String> cadres(Question question, String measure, String seat) {
        return measured.cadres(question, catalogue.find(measure).orElseThrow(), seat);
    }

    private static String name(Item organisation) {
        String label = organisation.label();
        return label == null
                ? organisation.id()
                : JsonMapper.shared().readTree(label).path("text").asString(organisation.id());
    }

    private List<Report.Section> sections(Language language, MeasuredFigures figures, List<Report.Missing> missing) {
        List<Report.Section> sections = new ArrayList<>();
        for (Prose.Part part : Prose.parts(outlines.of(language), figures)) {
            sections.add(
                    part.runs().isEmpty()
                            ? Report.Section.said(part.title(), texts.text(language, "report.nothing"), true)
                            : new Report.Section(part.title(), part.text(), true, part.runs(), part.clauses()));
            for (String id : part.missing()) {
                Measure measure = catalogue.find(id).orElseThrow();
                String title = language == Language.ZH ? measure.zh() : measure.en();
                String message = sinceLaunch(figures, id) ? "report.missing.in-period" : "report.missing";
                missing.add(new Report.Missing(id, texts.text(language, message, title, id)));
            }
        }
        return sections;
    }

    private static boolean sinceLaunch(MeasuredFigures figures, String id) {
        return figures.figure(new Outline.Figured(id, null), ReportFigures.Span.SINCE_LAUNCH)
                .isPresent();
    }

    private boolean tells(MeasuredFigures figures, String id) {
        Measure measure = catalogue.find(id).orElseThrow();
        return figures.period(measure).evident() || figures.whole(measure).evident();
    }

    private void people(
            Language language,
            Map<String, String> texted,
            List<Report.Section> sections,
            List<Report.Missing> missing) {
        for (String section : WRITTEN) {
            String title = texts.text(language, "report.section." + section);
            String text = texted.get(section);
            if (text == null) {
                sections.add(Report.Section.said(title, texts.text(language, "report.unwritten.here"), false));
                missing.add(new Report.Missing(section, texts.text(language, "report.unwritten", title)));
            } else {
                sections.add(Report.Section.written(title + Notes.inChinese(texts, language, text), text));
            }
        }
    }
}
