package org.minqing.query.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.query.platform.answer.Address;
import org.minqing.query.platform.answer.MeasureAnswers;
import org.minqing.query.platform.answer.Publications;
import org.minqing.query.platform.answer.Publications.Publication;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.question.Refusal;
import org.minqing.query.platform.register.Item;
import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.source.DataQuality;
import org.minqing.query.platform.source.Gazetteer;
import org.minqing.query.platform.source.ReportSections;
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

    /** @param title as the report is called, its year and half told */
    Report make(Question question, UUID organisation, Period period, String title) {
        Item office = register.find("Organisation", organisation.toString(), question.asOf(), question.knownAt())
                .orElseThrow(() -> Refusal.notFound("organisation", organisation.toString()));
        question.requireScope(office.division(), organisation);
        Language language = question.language();
        Question total = question.or(Map.of("to", period.to().toString()));
        Question flow = question.or(
                Map.of("from", period.from().toString(), "to", period.to().toString()));
        List<Map<String, Object>> measures = new ArrayList<>();
        List<Report.Row> table = new ArrayList<>();
        LocalDate stands = period.to().isBefore(question.asOf()) ? period.to() : question.asOf();
        MeasuredFigures figures = new MeasuredFigures(
                catalogue, measured, register, gazetteer, total, flow, organisation, name(office), stands);
        List<String> remarks = new ArrayList<>();
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
            if (whole.evident()) {
                remarks.addAll(measured.corrected(periodOnly ? flow : total, measure, question.scope()));
            }
            if (whole.json().get("note") instanceof String note) {
                remarks.add(note);
            }
            table.add(new Report.Row(
                    measure.id(),
                    String.valueOf(json.get("title")),
                    periodOnly ? "" : whole.evident() ? whole.plain() : none,
                    !flows ? "" : within.evident() ? within.plain() : none));
        }
        Set<String> both = cadres(total, "M05");
        both.retainAll(cadres(total, "M14"));
        if (!both.isEmpty()) {
            remarks.add(texts.text(language, "report.note.both", both.size()));
        }
        List<Report.Missing> missing = new ArrayList<>();
        List<Report.Section> sections = sections(language, figures, missing);
        Map<String, String> texted = written.of(period, question.knownAt(), organisation, question.programme());
        people(language, texted, sections, missing);
        String division = question.scope();
        String place = String.valueOf(Address.of(gazetteer, question, division).get("fullName"));
        Publication publication = published
                .of(question, period, organisation)
                .orElseGet(() -> new Publication(null, null, null, null, List.of(), List.of()));
        LocalDate dated = publication.approvedOn() == null ? signed(question) : publication.approvedOn();
        return new Report(
                title,
                publication.documentNo() == null
                        ? texts.text(language, "report.number.none")
                        : publication.documentNo(),
                name(office),
                language.day(dated),
                period,
                texts.text(language, "report.days", language.day(period.from()), language.day(period.to())),
                measures,
                sections,
                missing,
                notes(language, figures, remarks, publication),
                publication.position() == null ? null : publication,
                new Report.Annex(
                        texts.text(language, "report.annex.mark"),
                        texts.text(language, "report.annex.title"),
                        texts.text(language, "report.annex.named")),
                List.of(
                        texts.text(language, "report.head.id"),
                        texts.text(language, "report.head.title"),
                        texts.text(language, "report.head.total"),
                        texts.text(language, "report.head.period")),
                table,
                new Report.Footer(
                        division,
                        place,
                        question.asOf().toString(),
                        question.knownAt(),
                        rules,
                        texts.text(language, "report.footer", place, stands, question.knownAt(), rules)));
    }

    /** The day asked for, but none on which nobody knew this yet. */
    private static LocalDate signed(Question question) {
        LocalDate known = question.knownOn();
        return known != null && known.isBefore(question.asOf()) ? known : question.asOf();
    }

    private Set<String> cadres(Question question, String measure) {
        return measured.cadres(question, catalogue.find(measure).orElseThrow(), question.scope());
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
                sections.add(Report.Section.written(title + inChinese(language, text), text));
            }
        }
    }

    /** Texts people wrote stand as they wrote them; who reads another language is told so. */
    private String inChinese(Language language, String text) {
        return language != Language.ZH && Report.Run.name(text).language() != null
                ? texts.text(language, "report.in-chinese")
                : "";
    }

    private List<String> notes(
            Language language, MeasuredFigures figures, List<String> remarks, Publication publication) {
        List<String> notes = new ArrayList<>(remarks);
        if (tells(figures, "M12P") && tells(figures, "M13")) {
            notes.add(texts.text(language, "report.note.beneficiaries"));
        }
        if (tells(figures, "M09") && tells(figures, "M22")) {
            notes.add(texts.text(language, "report.note.donations"));
        }
        if (publication.position() != null && publication.sealedOn() != null) {
            notes.add(texts.text(
                    language, "report.sealed", language.day(publication.sealedOn()), publication.position()));
            publication.waived().stream().map(w -> waived(language, w)).forEach(notes::add);
            publication.changes().stream()
                    .map(c -> texts.text(language, "report.changed", c.title(), c.id(), c.sealed(), c.now()))
                    .forEach(notes::add);
        }
        return notes;
    }

    private String waived(Language language, Publications.Waived waived) {
        String title = texts.find(language, "rule." + waived.rule() + ".title").orElse(waived.rule());
        return texts.text(
                language,
                "report.waived",
                title,
                waived.rule(),
                waived.findings(),
                waived.reason() + inChinese(language, waived.reason()));
    }
}
