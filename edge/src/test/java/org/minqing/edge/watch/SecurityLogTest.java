package org.minqing.edge.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SecurityLogTest {
    private final List<String> lines = new ArrayList<>();
    private final SecurityLog log = new SecurityLog("secret", lines::add, Ticker.systemTicker());

    @Test
    void names_nobody_and_calls_the_same_the_same() {
        log.write("sign-in", "zhang", "10.0.0.1");
        log.write("sign-out", "zhang", "10.0.0.1");
        log.write("sign-in", "li", "10.0.0.1");
        assertThat(String.join("", lines)).doesNotContain("zhang").doesNotContain("li\"");
        assertThat(account(0)).hasSize(16).isEqualTo(account(1)).isNotEqualTo(account(2));
        assertThat(new SecurityLog("another", lines::add, Ticker.systemTicker()).pseudonym("zhang"))
                .isNotEqualTo(account(0));
    }

    @Test
    void whatever_is_written_into_it_stays_one_line_of_json() {
        log.write("refused", "x\n{\"event\":\"sign-in\"}", "\"\r\n\u2028", "status", 401);
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line).doesNotContain("\n").doesNotContain("\r");
            JsonNode read = JsonMapper.shared().readTree(line);
            assertThat(read.get("event").asString()).isEqualTo("refused");
            assertThat(read.get("status").asInt()).isEqualTo(401);
        });
    }

    @Test
    void a_flood_from_one_source_is_counted_and_hides_no_other() {
        for (int i = 0; i < 10_000; i++) {
            log.write("refused", null, "10.0.0.1");
        }
        assertThat(lines).hasSize(SecurityLog.FIRST);
        log.write("refused", null, "10.0.0.2");
        assertThat(lines).hasSize(SecurityLog.FIRST + 1);
        log.flush();
        assertThat(lines).hasSize(SecurityLog.FIRST + 2);
        assertThat(lines.getLast())
                .contains("\"more\":" + (10_000 - SecurityLog.FIRST))
                .contains("10.0.0.1");
    }

    @Test
    void a_flood_from_everywhere_is_bounded_too() {
        for (int i = 0; i < 2 * SecurityLog.ALL; i++) {
            log.write("refused", null, "source " + i);
        }
        assertThat(lines).hasSize(SecurityLog.ALL);
    }

    @Test
    void counts_what_it_leaves_out_and_leaves_no_change_of_an_account_out() {
        for (int i = 0; i < 100; i++) {
            log.write("refused", null, "10.0.0.1");
            log.writeAlways("account-made", "zhang" + i);
        }
        assertThat(log.timesMet("refused")).isEqualTo(100);
        assertThat(log.timesMet("account-made")).isEqualTo(100);
        assertThat(log.timesMet("sign-in")).isZero();
        assertThat(lines)
                .hasSize(SecurityLog.FIRST + 100)
                .allSatisfy(line -> assertThat(
                                JsonMapper.shared().readTree(line).get("time").asString())
                        .endsWith("Z"));
    }

    private String account(int line) {
        return JsonMapper.shared().readTree(lines.get(line)).get("account").asString();
    }
}
