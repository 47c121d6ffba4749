package org.minqing.query.report;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** A4 after GB/T 9704: margins 37/35/28/26 mm, lines of 28 pt, the page's number at its outer foot. Lengths in twips. */
record Paper(XWPFDocument document) {
    static final String TITLE = "方正小标宋简体";
    static final String SUBTITLE = "楷体_GB2312";
    static final String HEADING = "黑体";
    static final String BODY = "仿宋_GB2312";
    static final String RED = "FF0000";
    /** Between the margins. */
    static final int WIDTH = 8844;

    private static final String LATIN = "Times New Roman";
    private static final int LINE = 28;
    private static final int FOOT = 280;

    Paper {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        var margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(2098));
        margin.setBottom(BigInteger.valueOf(1984));
        margin.setLeft(BigInteger.valueOf(1588));
        margin.setRight(BigInteger.valueOf(1474));
        margin.setFooter(BigInteger.valueOf(1304));
        document.setEvenAndOddHeadings(true);
        number(document, HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
        number(document, HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
    }

    private static void number(XWPFDocument document, HeaderFooterType pages, ParagraphAlignment outer) {
        XWPFParagraph foot = document.createFooter(pages).createParagraph();
        foot.setAlignment(outer);
        foot.setIndentationLeft(FOOT);
        foot.setIndentationRight(FOOT);
        write(foot, "— ", "宋体", 14);
        XWPFRun number =
                new XWPFRun(foot.getCTP().addNewFldSimple().addNewR(), (org.apache.poi.xwpf.usermodel.IRunBody) foot);
        foot.getCTP().getFldSimpleArray(0).setInstr("PAGE");
        dress(number, "宋体", 14);
        number.setText("1");
        write(foot, " —", "宋体", 14);
    }

    /** @param size in points */
    XWPFParagraph line(String text, String font, int size, ParagraphAlignment how) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(how);
        paragraph.setSpacingBetween(LINE, LineSpacingRule.EXACT);
        write(paragraph, text, font, size);
        return paragraph;
    }

    static void write(XWPFParagraph paragraph, String text, String font, int size) {
        XWPFRun run = paragraph.createRun();
        dress(run, font, size);
        run.setText(text);
    }

    /** @param target of the link */
    static void link(XWPFParagraph paragraph, String text, String target, String font, int size) {
        XWPFRun run = paragraph.createHyperlinkRun(target);
        dress(run, font, size);
        run.setText(text);
    }

    private static void dress(XWPFRun run, String font, int size) {
        run.setFontFamily(LATIN);
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(size);
    }
}
