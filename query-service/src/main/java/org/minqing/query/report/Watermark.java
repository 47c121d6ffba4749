package org.minqing.query.report;

import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;

/**
 * A word across each page: WordArt in the pages' header, as Word itself does it, which Word, WPS and LibreOffice show. The header
 * says the word in letters too, for readers that draw no shapes.
 */
final class Watermark {
    private static final String SHAPE = """
            <xml-fragment xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
            <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
            <v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
            <v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
            <v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>
            <v:f eqn="sum @6 0 @5"/></v:formulas>
            <v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
              o:connectangles="270,180,90,0"/>
            <v:textpath on="t" fitshape="t"/>
            <v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>
            <o:lock v:ext="edit" text="t" shapetype="t"/>
            </v:shapetype>
            <v:shape id="PowerPlusWaterMarkObject%1$d" o:spid="_x0000_s%2$d" type="#_x0000_t136" o:allowincell="f"
              style="position:absolute;margin-left:0;margin-top:0;width:%3$dpt;height:%4$dpt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"
              fillcolor="silver" stroked="f">
            <v:fill opacity=".5"/>
            <v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" string="%5$s"/>
            </v:shape>
            </xml-fragment>
            """;
    private static final int HEIGHT = 170;
    private static final int FIRST = 2049;

    private Watermark() {}

    /** @param word letters alone */
    static void across(XWPFDocument document, HeaderFooterType pages, String word) {
        XWPFParagraph head = document.createHeader(pages).createParagraph();
        head.setStyle("Header");
        head.createRun().setText(word);
        int number = pages.toInt() + 1;
        // Han letters are as wide as they are high, others half as wide
        int width = word.codePoints().map(c -> c < 0x2E80 ? HEIGHT / 2 : HEIGHT).sum();
        String shape = SHAPE.formatted(number, FIRST + number, width, HEIGHT, word);
        try {
            head.createRun().getCTR().addNewPict().set(XmlObject.Factory.parse(shape));
        } catch (XmlException e) {
            throw new IllegalStateException(shape, e);
        }
    }
}
