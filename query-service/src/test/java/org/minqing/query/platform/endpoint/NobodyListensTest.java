package org.minqing.query.platform.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

/** Who asks may hang up at any moment: no fault of ours, and nobody is left to be answered. */
class NobodyListensTest {
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    private final ProblemAdvice advice = new ProblemAdvice(null, null);

    @Test
    void says_nothing_to_one_who_hung_up_while_an_answer_was_written() throws Exception {
        IOException gone = new AsyncRequestNotUsableException("broken pipe");
        assertThat(advice.other(
                        new HttpMessageNotWritableException("Could not write JSON", new IllegalStateException(gone)),
                        new MockHttpServletRequest("GET", "/v1/households")))
                .isNull();
        assertThat(advice.other(gone, new MockHttpServletRequest("GET", "/v1/households")))
                .isNull();
    }

    @Test
    void says_nothing_to_one_whose_stream_the_container_ends() throws Exception {
        assertThat(advice.other(
                        new AsyncRequestTimeoutException(), new MockHttpServletRequest("GET", "/v1/events/stream")))
                .isNull();
    }
}
