package org.minqing.query.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** A report as DOCX, laid out after GB/T 9704: A4, margins 37/35/28/26 mm, body 三号 at 28 pt. Lengths in twips. */
final class Document {
    private static final String BODY = "仿宋_GB2312";
    private static final String HEADING = "黑体";
    private static final int INDENT = 640;

    private Document() {}

    static byte[] of(Report report) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            page(document);
            line(document, report.title(), "方正小标宋简体", 22, ParagraphAlignment.CENTER, 0);
            line(document, report.number(), BODY, 16, ParagraphAlignment.CENTER, 0);
            for (Report.Section section : report.sections()) {
                heading(document, section.title());
                for (String paragraph : section.text().split("\n")) {
                    line(document, paragraph, BODY, 16, ParagraphAlignment.BOTH, INDENT);
                }
            }
            report.missing().forEach(m -> line(document, m.text(), BODY, 16, ParagraphAlignment.BOTH, INDENT));
            report.notes().forEach(note -> line(document, note, BODY, 16, ParagraphAlignment.BOTH, INDENT));
            table(document, report);
            line(document, report.organisation(), BODY, 16, ParagraphAlignment.RIGHT, 0);
            line(document, report.date(), BODY, 16, ParagraphAlignment.RIGHT, 0);
            line(document, report.footer().text(), BODY, 10, ParagraphAlignment.LEFT, 0);
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(XWPFDocument document) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        var margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(2098));
        margin.setBottom(BigInteger.valueOf(1984));
        margin.setLeft(BigInteger.valueOf(1588));
        margin.setRight(BigInteger.valueOf(1474));
    }

    /** With an outline level, so that a reader's table of contents finds it. */
    private static void heading(XWPFDocument document, String text) {
        line(document, text, HEADING, 16, ParagraphAlignment.LEFT, INDENT);
        document.getLastParagraph().getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
        document.getLastParagraph().setKeepNext(true);
    }

    private static void line(
            XWPFDocument document, String text, String font, int size, ParagraphAlignment how, int indent) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(how);
        paragraph.setIndentationFirstLine(indent);
        paragraph.setSpacingBetween(28, LineSpacingRule.EXACT);
        write(paragraph, text, font, size);
    }

    private static void write(XWPFParagraph paragraph, String text, String font, int size) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(font);
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(size);
        run.setText(text);
    }

    private static void table(XWPFDocument document, Report report) {
        XWPFTable table = document.createTable(report.table().size() + 1, 4);
        table.setWidth("100%");
        row(table, 0, report.head());
        int i = 1;
        for (Report.Row row : report.table()) {
            row(table, i++, List.of(row.id(), row.title(), row.total(), row.inPeriod()));
        }
    }

    private static void row(XWPFTable table, int row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            write(table.getRow(row).getCell(i).getParagraphs().getFirst(), cells.get(i), BODY, 10);
        }
    }
}
