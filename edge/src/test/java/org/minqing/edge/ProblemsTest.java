package org.minqing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ProblemsTest {
    private final Problems problems = new Problems(new Texts(), new Sample(), Duration.ofSeconds(3));

    private record Refused(int status, String code, List<Object> arguments, List<Wrong> errors) implements Problem {}

    private record Wrong(String pointer, String code, List<Object> arguments) implements Problem.Field {}

    private static final class Sample implements Wording {
        @Override
        public List<String> titles(Problem problem) {
            return List.of("sample." + problem.code() + ".title", "sample.status." + problem.status() + ".title");
        }

        @Override
        public List<String> details(Problem problem, HttpServletRequest request) {
            return List.of("sample." + problem.code(), "sample.status." + problem.status());
        }

        @Override
        public List<String> errors(String code) {
            return List.of("sample." + code);
        }
    }

    @Test
    void writes_every_member_in_the_order_of_the_contract() throws IOException {
        Spoken number = (language, texts) -> texts.text(language, "sample.word");
        Wrong size = new Wrong("/size", "size", List.of(number));
        assertThat(written(new Refused(409, "quota", List.of(5), List.of(size)), "en"))
                .isEqualTo("{\"type\":\"urn:minqing:problem:quota\",\"title\":\"quota\",\"status\":409,"
                        + "\"detail\":\"The quota is 5 households.\",\"code\":\"quota\",\"errors\":[{"
                        + "\"pointer\":\"/size\",\"code\":\"size\",\"message\":\"Expected: a whole number.\"}],"
                        + "\"traceId\":\"0af7651916cd43dd8448eb211c80319c\"}");
    }

    @Test
    void a_status_alone_has_the_code_http_gives_it_and_the_words_of_the_status() throws IOException {
        assertThat(written(problems.of(404), "zh"))
                .contains("\"code\":\"not-found\"", "\"title\":\"未找到\"", "\"detail\":\"没有\"", "\"errors\":[]");
        assertThat(problems.of(415).code()).isEqualTo("unsupported-media-type");
        assertThat(problems.of(499).code()).isEqualTo("http-499");
    }

    @Test
    void says_when_to_come_again_and_in_which_language_it_speaks() {
        HttpHeaders headers =
                problems.answer(Problem.of(503, "away"), request("en")).getHeaders();
        assertThat(headers.getFirst("Retry-After")).isEqualTo("3");
        assertThat(headers.getFirst("Content-Language")).isEqualTo("en");
        assertThat(headers.getFirst("Vary")).isEqualTo("Accept-Language");
        assertThat(headers.getFirst("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void whatever_is_refused_for_the_moment_alone_says_when_to_come_again() {
        for (Problem passing : List.of(
                Problem.of(429, "too-many"),
                Problem.of(503, "away"),
                Problem.of(507, "disk-full"),
                Problem.of(409, "in-progress"),
                Problem.of(409, "concurrent-change"))) {
            assertThat(problems.retryAfter(passing)).as(passing.code()).isPresent();
        }
        assertThat(problems.retryAfter(Problem.of(409, "quota"))).isEmpty();
    }

    @Test
    void a_health_that_is_down_says_when_to_look_again() throws Exception {
        var filter = new HealthFilter(java.time.Duration.ofSeconds(5));
        for (int status : new int[] {200, 503}) {
            MockHttpServletResponse response = new MockHttpServletResponse();
            filter.doFilter(
                    request("en"),
                    response,
                    (asked, answer) -> ((jakarta.servlet.http.HttpServletResponse) answer).setStatus(status));
            assertThat(response.getHeader("Retry-After")).isEqualTo(status == 503 ? "5" : null);
        }
    }

    @Test
    void an_answer_that_has_gone_out_stays_as_it_is() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.getWriter().write("so far");
        response.flushBuffer();
        problems.write(problems.of(500), request("en"), response);
        assertThat(response.getContentAsString()).isEqualTo("so far");
        assertThat(response.getStatus()).isEqualTo(200);
    }

    private String written(Problem problem, String language) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        problems.write(problem, request(language), response);
        assertThat(response.getStatus()).isEqualTo(problem.status());
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequest request(String language) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", language);
        request.addHeader("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        return request;
    }
}
