package org.minqing.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.minqing.query.platform.view.Period;
import org.springframework.util.DigestUtils;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class DocumentTest {
    private static final String ADDRESS = "https://minqing.example";

    private static Report report(Cover cover, String... notes) {
        Report.Run figure = new Report.Run("214户", "M05", null, "/v1/figures/evidence?measure=M05&knownAt=7", null);
        return new Report(
                "2012年工作总结",
                "zh",
                cover,
                new Period(LocalDate.parse("2012-01-01"), LocalDate.parse("2012-12-31")),
                "（2012年1月1日至2012年12月31日）",
                List.of(Map.of("id", "M05")),
                List.of(
                        new Report.Section("一、结对联系", "联系214户。", true, List.of(Report.Run.of("联系"), figure), List.of()),
                        Report.Section.written("二、问题", "一是路难行。\n二是水难喝。")),
                List.of(new Report.Missing("M18", "「民情恳谈会」（M18）没有依据。")),
                List.of(notes).stream()
                        .map(note -> new Report.Note(note, List.of(Report.Run.of(note), figure)))
                        .toList(),
                null,
                new Report.Annex("附件（供检查用）", "指标一览表", "附件：指标一览表", "未写入正文的事项", "数据出处", List.of("第7条")),
                List.of("编号", "指标", "累计", "本期"),
                List.of(new Report.Row("M05", "结对农户", "214 户", "")),
                new Report.Footer("5303", "曲靖市", "2012-12-31", 7, "r", "第7条"));
    }

    private static Cover approved() {
        return new Cover(
                null, null, "SEALED", "市人大办", "1号", "2013年1月18日", "市委", "市委：", List.of("抄送：市人大。", "2013年1月21日印发"));
    }

    private static byte[] page(Report report) {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("pages/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine.process("report", new Context(Locale.CHINESE, Map.of("report", report, "address", ADDRESS)))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Prints what another process would send. */
    public static void main(String[] arguments) {
        Report report = report(approved(), "注：一", "注：二");
        System.out.println(DigestUtils.md5DigestAsHex(Document.of(report, ADDRESS)) + " "
                + DigestUtils.md5DigestAsHex(page(report)));
    }

    private static String otherProcess(String zone, String language) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.timezone=" + zone,
                        "-Duser.language=" + language,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DocumentTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(java.waitFor()).isZero();
        return told.lines().reduce((first, last) -> last).orElse("");
    }

    /** Also where the clock, the zone, the language and the order of hashed sets are others. */
    @Test
    void two_processes_give_the_same_bytes() throws Exception {
        Report report = report(approved(), "注：一", "注：二");
        String here = DigestUtils.md5DigestAsHex(Document.of(report, ADDRESS)) + " "
                + DigestUtils.md5DigestAsHex(page(report));
        assertThat(otherProcess("Asia/Shanghai", "zh")).isEqualTo(here);
        assertThat(otherProcess("America/Lima", "en")).isEqualTo(here);
    }

    @Test
    void no_part_says_when_it_was_made() throws Exception {
        List<String> parts = new ArrayList<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(Document.of(report(approved()), ADDRESS)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.add(entry.getName());
                assertThat(entry.getTimeLocal()).as(entry.getName()).hasToString("1980-02-01T00:00");
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(text).as(entry.getName()).doesNotContain("rsid", "dcterms:created", "dcterms:modified");
            }
        }
        assertThat(parts).startsWith("[Content_Types].xml").isSorted();
    }

    private static List<String> lines(Cover cover, String... notes) throws IOException {
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(Document.of(report(cover, notes), ADDRESS)))) {
            return document.getParagraphs().stream()
                    .map(paragraph -> paragraph.getStyle() + " " + paragraph.getText())
                    .toList();
        }
    }

    @Test
    void an_approved_paper_is_addressed_signed_noted_and_imprinted_in_this_order() throws Exception {
        assertThat(lines(approved(), "注：一"))
                .containsExactly(
                        "Office 市人大办",
                        "DocumentNumber 1号",
                        "Title 2012年工作总结",
                        "Subtitle （2012年1月1日至2012年12月31日）",
                        "Recipient 市委：",
                        "Heading1 一、结对联系",
                        "BodyText 联系214户",
                        "Heading1 二、问题",
                        "BodyText 一是路难行。",
                        "BodyText 二是水难喝。",
                        "BodyText 附件：指标一览表",
                        "Signature 市人大办",
                        "Date 2013年1月18日",
                        "Note 注：一214户",
                        "Imprint 抄送：市人大。",
                        "Imprint 2013年1月21日印发",
                        "AnnexMark 附件（供检查用）",
                        "Heading1 指标一览表",
                        "Subtitle （2012年1月1日至2012年12月31日）",
                        "Heading2 未写入正文的事项",
                        "Note 「民情恳谈会」（M18）没有依据。",
                        "Heading2 数据出处",
                        "Note 第7条");
    }

    @Test
    void a_draft_has_its_title_whose_it_is_and_its_body() throws Exception {
        assertThat(lines(new Cover("草稿", null, "OPEN", "市人大办", null, null, "市委", "市委：", List.of())))
                .startsWith("Title 2012年工作总结", "Subtitle （2012年1月1日至2012年12月31日）", "Subtitle 市人大办", "Recipient 市委：")
                .doesNotContain("Office 市人大办", "Signature 市人大办");
    }

    /** Word hides an element that stands in another order than the schema's. */
    @Test
    void the_parts_are_in_the_order_of_the_schema() throws Exception {
        byte[] file = Document.of(report(new Cover("草稿", null, null, "办", null, null, null, null, List.of())), ADDRESS);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            var paper = document.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getCTP().isSetPPr()
                            && paragraph.getCTP().getPPr().isSetSectPr())
                    .toList();
            assertThat(paper).hasSize(1);
            assertThat(paper.getFirst().getCTP().getPPr().getSectPr().sizeOfHeaderReferenceArray())
                    .isEqualTo(2);
            assertThat(paper.getFirst().getCTP().getPPr().getSectPr().sizeOfFooterReferenceArray())
                    .isEqualTo(2);
            String last = document.getDocument().getBody().getSectPr().xmlText().replaceAll("<(?!w:)[^>]*>", "");
            assertThat(last.indexOf("<w:type ")).isBetween(last.lastIndexOf("Reference "), last.indexOf("<w:pgSz"));
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getStyle)
                    .doesNotContainNull();
        }
    }
}
