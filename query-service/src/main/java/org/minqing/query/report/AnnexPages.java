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

/** The sheet for inspection, on a leaf of its own: the table of all measures, what could not be told, where the figures come from. */
final class AnnexPages {
    /** Twips; together {@link Paper#WIDTH}. */
    private static final List<Integer> COLUMNS = List.of(900, 3344, 2500, 2100);

    private AnnexPages() {}

    static void write(Paper paper, Report report) {
        Report.Annex annex = report.annex();
        paper.leaf();
        paper.line("AnnexMark", annex.mark());
        XWPFParagraph title = paper.line("Heading1", annex.title());
        title.setAlignment(ParagraphAlignment.CENTER);
        title.setIndentationFirstLine(0);
        paper.line("Subtitle", report.days());
        table(paper, report);
        if (!report.missing().isEmpty()) {
            paper.line("Heading2", annex.left());
            report.missing().forEach(m -> paper.line("Note", m.text()));
        }
        paper.line("Heading2", annex.origin());
        annex.origins().forEach(origin -> paper.told("Note", report.marked(origin)));
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
        row(table.getRow(0), report.head(), "TableHead", "TableHead");
        table.getRow(0).setRepeatHeader(true);
        int i = 1;
        for (Report.Row row : report.table()) {
            row(
                    table.getRow(i++),
                    List.of(row.id(), row.title(), orDash(row.total()), orDash(row.inPeriod())),
                    "TableText",
                    "TableNumber");
        }
    }

    private static String orDash(String cell) {
        return cell.isEmpty() ? "—" : cell;
    }

    private static void row(XWPFTableRow row, List<String> cells, String words, String numbers) {
        row.setCantSplitRow(true);
        for (int i = 0; i < cells.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            cell.setWidth(String.valueOf(COLUMNS.get(i)));
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            XWPFParagraph paragraph = cell.getParagraphs().getFirst();
            paragraph.setStyle(i < 2 ? words : numbers);
            paragraph.createRun().setText(cells.get(i));
        }
    }
}
