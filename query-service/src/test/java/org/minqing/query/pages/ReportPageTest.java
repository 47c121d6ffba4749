package org.minqing.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundOpened;
import org.minqing.events.programme.RoundKind;
import org.minqing.query.QueryServer;
import org.minqing.query.Village;
import org.minqing.query.platform.answer.PublicAddress;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ReportPageTest {
    private final Village village = new Village(QueryServer.shared());

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private Object report(String format) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/report");
        request.setScheme("https");
        request.setServerName("pages.example");
        request.setServerPort(8443);
        village.put(
                "Programme-" + village.programme,
                new VisitRoundOpened(
                        village.sphere(), village.id("round"), RoundKind.COLLECTIVE, "第一轮", Village.day("02-10")));
        // that the round is read
        village.ask("/v1/programmes", "2012-12-31", village.head());
        String interfaces = village.server().uri("").toString();
        return new ReportPage(
                        new Api(interfaces, interfaces),
                        village.server().context.getBean(PublicAddress.class))
                .report(
                        new Reader(QueryServer.office(village.county), "zh"),
                        new Viewpoint(null, "2012-12-31", null, null, false),
                        village.office.toString(),
                        "2012",
                        null,
                        format,
                        request,
                        response);
    }

    /** Not to the address at which the pages ask the interface. */
    @Test
    void what_is_taken_away_links_to_where_its_reader_is_signed_in() throws Exception {
        byte[] file = (byte[]) ((ResponseEntity<?>) report("docx")).getBody();
        String links = "";
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/_rels/document.xml.rels")) {
                    links = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        assertThat(links)
                .contains("\"https://pages.example:8443/evidence?measure=")
                .doesNotContain("http://127.0.0.1");
    }

    @Test
    void keeps_the_language_the_name_and_the_digest_of_what_it_shows() {
        report("html");
        assertThat(response.getHeader("Content-Language")).isEqualTo("zh");
        assertThat(response.getHeader("ETag")).startsWith("W/\"");
        report("docx");
        assertThat(ContentDisposition.parse(String.valueOf(response.getHeader("Content-Disposition")))
                        .getFilename())
                .isEqualTo("市人大办（示例）2012年工作总结（草稿）.docx");
    }
}
