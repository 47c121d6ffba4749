package org.minqing.query.report;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** The table of all measures on pages of its own, with what is missing and what is to be noted below it. */
final class AnnexPages {
    /** Twips; together {@link Paper#WIDTH}. */
    private static final List<Integer> COLUMNS = List.of(900, 3344, 2500, 2100);

    private AnnexPages() {}

    static void write(Paper paper, Report report) {
        paper.line(report.annex().mark(), Paper.HEADING, 16, ParagraphAlignment.LEFT)
                .setPageBreak(true);
        paper.line(report.annex().title(), Paper.TITLE, 22, ParagraphAlignment.CENTER);
        paper.line(report.days(), Paper.SUBTITLE, 16, ParagraphAlignment.CENTER).setSpacingAfter(120);
        table(paper, report);
        small(paper, "");
        report.missing().forEach(m -> small(paper, m.text()));
        report.notes().forEach(note -> small(paper, note));
        small(paper, report.footer().text());
    }

    private static void small(Paper paper, String text) {
        paper.line(text, Paper.BODY, 12, ParagraphAlignment.LEFT).setSpacingBetween(1);
    }

    private static void table(Paper paper, Report report) {
        XWPFTable table = paper.document().createTable(report.table().size() + 1, COLUMNS.size());
        table.setTableAlignment(TableRowAlign.CENTER);
        table.setWidth(Paper.WIDTH);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        COLUMNS.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
        row(table.getRow(0), report.head(), Paper.HEADING);
        table.getRow(0).setRepeatHeader(true);
        int i = 1;
        for (Report.Row row : report.table()) {
            row(
                    table.getRow(i++),
                    List.of(row.id(), row.title(), orDash(row.total()), orDash(row.inPeriod())),
                    Paper.BODY);
        }
    }

    private static String orDash(String cell) {
        return cell.isEmpty() ? "—" : cell;
    }

    private static void row(XWPFTableRow row, List<String> cells, String font) {
        row.setCantSplitRow(true);
        for (int i = 0; i < cells.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            cell.setWidth(String.valueOf(COLUMNS.get(i)));
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            XWPFParagraph paragraph = cell.getParagraphs().getFirst();
            paragraph.setAlignment(
                    font.equals(Paper.HEADING)
                            ? ParagraphAlignment.CENTER
                            : i < 2 ? ParagraphAlignment.LEFT : ParagraphAlignment.RIGHT);
            Paper.write(paragraph, cells.get(i), font, 10);
        }
    }
}
