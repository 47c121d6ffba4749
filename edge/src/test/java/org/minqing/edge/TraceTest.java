package org.minqing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class TraceTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void a_request_without_a_trace_gets_one_and_keeps_it() {
        String id = Trace.id(request);
        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(Trace.id(request)).isEqualTo(id);
        assertThat(Trace.parent(request)).isNull();
    }

    @Test
    void a_header_of_another_form_is_as_none() {
        request.addHeader("traceparent", "00-zz-b7ad6b7169203331-01");
        assertThat(Trace.id(request)).matches("[0-9a-f]{32}");
        assertThat(Trace.parent(request)).isNull();
    }
}
