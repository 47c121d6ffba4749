package org.minqing.query.platform.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PublicAddressTest {
    private static MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/v1/reports/annual");
        request.setQueryString("year=2012");
        request.setServerName("10.0.0.5");
        request.setServerPort(8080);
        return request;
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://minqing.example/county", "https://minqing.example/county/"})
    void is_the_one_set_whoever_asks_where(String set) {
        MockHttpServletRequest request = request();
        request.addHeader("X-Forwarded-Host", "elsewhere.example");
        assertThat(new PublicAddress(set).of(request)).isEqualTo("https://minqing.example/county");
    }

    @Test
    void is_the_one_asked_at_when_none_is_set() {
        assertThat(new PublicAddress("").of(request())).isEqualTo("http://10.0.0.5:8080");
        MockHttpServletRequest below = request();
        below.setContextPath("/minqing");
        assertThat(new PublicAddress("").of(below)).isEqualTo("http://10.0.0.5:8080/minqing");
    }

    @Test
    void is_the_one_asked_at_before_a_proxy() {
        MockHttpServletRequest request = request();
        request.addHeader("Forwarded", "proto=https;host=\"gov.example:8443\"");
        assertThat(new PublicAddress("").of(request)).isEqualTo("https://gov.example:8443");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-Host, a b",
        "X-Forwarded-Host, gov.example?x=",
        "X-Forwarded-Host, \"\"\"",
        "X-Forwarded-Proto, javascript",
        "X-Forwarded-Port, many"
    })
    void what_is_no_address_changes_nothing(String header, String value) {
        MockHttpServletRequest request = request();
        request.addHeader(header, value);
        assertThat(new PublicAddress("").of(request)).isEqualTo("http://10.0.0.5:8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"minqing.example", "ftp://minqing.example", "https://minqing.example?x=1", "/reports"})
    void refuses_to_be_set_to_what_is_none(String set) {
        assertThatThrownBy(() -> new PublicAddress(set)).hasMessageContaining("minqing.public-url");
    }
}
