package org.minqing.query.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/**
 * A report as DOCX, laid out after GB/T 9704: the red head with the document number, title, body, the annex named, who signs and
 * when; then the annex on a page of its own. Lengths in twips, sizes in points.
 */
final class Document {
    private static final int CHARACTER = 320;

    private Document() {}

    static byte[] of(Report report) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setTitle(report.title());
            document.getProperties().getCoreProperties().setCreator(report.organisation());
            Paper paper = new Paper(document);
            head(paper, report);
            for (Report.Section section : report.sections()) {
                heading(paper, section.title());
                if (section.computed()) {
                    section.paragraphs().forEach(runs -> told(paper, runs));
                } else {
                    section.text().lines().forEach(paragraph -> body(paper, paragraph));
                }
            }
            signature(paper, report);
            AnnexPages.write(paper, report);
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void head(Paper paper, Report report) {
        XWPFParagraph office = paper.line(report.organisation(), Paper.TITLE, 32, ParagraphAlignment.CENTER);
        office.setSpacingBetween(1);
        office.getRuns().getFirst().setColor(Paper.RED);
        XWPFParagraph number = paper.line(report.number(), Paper.BODY, 16, ParagraphAlignment.CENTER);
        number.setSpacingBefore(CHARACTER);
        number.setBorderBottom(Borders.SINGLE);
        var line = number.getCTPPr().getPBdr().getBottom();
        line.setColor(Paper.RED);
        line.setSz(BigInteger.valueOf(12));
        line.setSpace(BigInteger.valueOf(8));
        paper.line("", Paper.BODY, 16, ParagraphAlignment.CENTER);
        paper.line(report.title(), Paper.TITLE, 22, ParagraphAlignment.CENTER);
        paper.line(report.days(), Paper.SUBTITLE, 16, ParagraphAlignment.CENTER);
        paper.line("", Paper.BODY, 16, ParagraphAlignment.CENTER);
    }

    /** With an outline level, so that a reader's table of contents finds it. */
    private static void heading(Paper paper, String text) {
        XWPFParagraph heading = paper.line(text, Paper.HEADING, 16, ParagraphAlignment.LEFT);
        heading.setIndentationFirstLine(2 * CHARACTER);
        heading.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
        heading.setKeepNext(true);
    }

    /** Not justified: a line before a figure that cannot be broken would be torn apart. */
    private static void body(Paper paper, String text) {
        paper.line(text, Paper.BODY, 16, ParagraphAlignment.LEFT).setIndentationFirstLine(2 * CHARACTER);
    }

    /** Each figure a link to its evidence. */
    private static void told(Paper paper, List<Report.Run> runs) {
        body(paper, "");
        XWPFParagraph paragraph = paper.document().getLastParagraph();
        for (Report.Run run : runs) {
            String page = run.page();
            if (page == null) {
                Paper.write(paragraph, run.text(), Paper.BODY, 16);
            } else {
                Paper.link(paragraph, run.text(), page, Paper.BODY, 16);
            }
        }
    }

    /** Never on a page without text: the last paragraph goes with it. */
    private static void signature(Paper paper, Report report) {
        paper.document().getLastParagraph().setKeepNext(true);
        paper.line("", Paper.BODY, 16, ParagraphAlignment.LEFT).setKeepNext(true);
        body(paper, report.annex().named());
        paper.document().getLastParagraph().setKeepNext(true);
        paper.line("", Paper.BODY, 16, ParagraphAlignment.RIGHT).setKeepNext(true);
        XWPFParagraph office = paper.line(report.organisation(), Paper.BODY, 16, ParagraphAlignment.RIGHT);
        office.setIndentationRight(2 * CHARACTER);
        office.setKeepNext(true);
        paper.line(report.date(), Paper.BODY, 16, ParagraphAlignment.RIGHT).setIndentationRight(4 * CHARACTER);
    }
}
