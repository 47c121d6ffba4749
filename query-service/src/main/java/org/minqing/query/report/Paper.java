package org.minqing.query.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.IRunBody;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STSectionMark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * A4 after GB/T 9704: margins 37/35/28/26 mm, the page's number at its outer foot, the styles of {@code report/styles.xml}. Lengths
 * in twips.
 *
 * @param address where links to pages lead
 */
record Paper(XWPFDocument document, String address) {
    /** Between the margins. */
    static final int WIDTH = 8844;

    private static final String STYLES = "/report/styles.xml";

    Paper {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        var margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(2098));
        margin.setBottom(BigInteger.valueOf(1984));
        margin.setLeft(BigInteger.valueOf(1588));
        margin.setRight(BigInteger.valueOf(1474));
        margin.setHeader(BigInteger.valueOf(1134));
        margin.setFooter(BigInteger.valueOf(1304));
        document.setEvenAndOddHeadings(true);
        number(document, HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
        number(document, HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
        try (InputStream styles = Objects.requireNonNull(Paper.class.getResourceAsStream(STYLES))) {
            document.createStyles()
                    .setStyles(StylesDocument.Factory.parse(styles).getStyles());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XmlException e) {
            throw new IllegalStateException(STYLES, e);
        }
    }

    private static void number(XWPFDocument document, HeaderFooterType pages, ParagraphAlignment outer) {
        XWPFParagraph foot = document.createFooter(pages).createParagraph();
        foot.setStyle("Footer");
        foot.setAlignment(outer);
        foot.createRun().setText("— ");
        XWPFRun number = new XWPFRun(foot.getCTP().addNewFldSimple().addNewR(), (IRunBody) foot);
        foot.getCTP().getFldSimpleArray(0).setInstr("PAGE");
        number.setText("1");
        foot.createRun().setText(" —");
    }

    /** The word across each page, and at its head. */
    void mark(String word) {
        Watermark.across(document, HeaderFooterType.DEFAULT, word);
        Watermark.across(document, HeaderFooterType.EVEN, word);
    }

    XWPFParagraph line(String style, String text) {
        return told(style, List.of(Report.Run.of(text)));
    }

    /** Each figure a link to its evidence; what is Chinese is marked as such. */
    XWPFParagraph told(String style, List<Report.Run> runs) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        for (Report.Run run : runs) {
            String page = run.page();
            XWPFRun written = page == null ? paragraph.createRun() : paragraph.createHyperlinkRun(address + page);
            written.setText(run.text());
            if (run.language() != null) {
                written.setLang("zh-CN");
            }
        }
        return paragraph;
    }

    /** What follows begins on a leaf of its own, laid out as what went before. */
    void leaf() {
        CTSectPr section = document.getDocument().getBody().getSectPr();
        var last = document.getLastParagraph().getCTP();
        (last.isSetPPr() ? last.getPPr() : last.addNewPPr()).addNewSectPr().set(section);
        section.addNewType().setVal(STSectionMark.ODD_PAGE);
    }
}
