package org.minqing.query.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/**
 * A report as DOCX, laid out after GB/T 9704: the red head with the document number, title, to whom it goes, body, the annex named,
 * who signs and when, notes, imprint; then the sheet for inspection. A draft has its title and its body, and says on each page what
 * it is. The same report gives the same bytes.
 */
final class Document {
    private Document() {}

    /** @param address where its links to evidence lead, without a slash at its end */
    static byte[] of(Report report, String address) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var properties = document.getProperties().getCoreProperties();
            properties.setTitle(report.title());
            properties.setCreator(report.cover().organisation());
            properties.getUnderlyingProperties().setCreatedProperty(Optional.empty());
            Paper paper = new Paper(document, address);
            head(paper, report);
            for (Report.Section section : report.sections()) {
                paper.line("Heading1", section.title());
                if (section.computed()) {
                    section.paragraphs().forEach(runs -> paper.told("BodyText", runs));
                } else {
                    section.text()
                            .lines()
                            .forEach(paragraph -> paper.told("BodyText", List.of(Report.Run.name(paragraph))));
                }
            }
            foot(paper, report);
            AnnexPages.write(paper, report);
            document.write(bytes);
            return Archive.steady(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void head(Paper paper, Report report) {
        Cover cover = report.cover();
        String draft = cover.draft();
        if (draft == null) {
            paper.told("Office", report.marked(cover.organisation()));
            paper.told("DocumentNumber", report.marked(cover.number() == null ? "" : cover.number()));
        } else {
            paper.mark(draft);
        }
        paper.line("Title", report.heading().strip());
        paper.line("Subtitle", report.days());
        if (draft != null) {
            paper.told("Subtitle", report.marked(cover.organisation()));
        }
        String salutation = cover.salutation();
        if (salutation != null) {
            paper.told("Recipient", report.marked(salutation));
        }
    }

    /** The signature is never on a page without text: the last paragraph goes with it. */
    private static void foot(Paper paper, Report report) {
        Cover cover = report.cover();
        paper.document().getLastParagraph().setKeepNext(true);
        var named = paper.line("BodyText", report.annex().named());
        named.setSpacingBefore(560);
        if (cover.date() != null) {
            named.setKeepNext(true);
            paper.told("Signature", report.marked(cover.organisation()));
            paper.line("Date", cover.date());
        }
        for (Report.Note note : report.notes()) {
            apart(paper.told("Note", note.runs()), note == report.notes().getFirst());
        }
        for (String line : cover.imprint()) {
            paper.document().getLastParagraph().setKeepNext(true);
            apart(
                    paper.told("Imprint", report.marked(line)),
                    line.equals(cover.imprint().getFirst()));
        }
    }

    private static void apart(XWPFParagraph paragraph, boolean first) {
        if (first) {
            paragraph.setSpacingBefore(560);
        }
    }
}
