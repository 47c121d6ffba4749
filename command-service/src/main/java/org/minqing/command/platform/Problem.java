package org.minqing.command.platform;

import java.util.List;

/**
 * A problem as RFC 9457 has it, with the house's code and the trace it belongs to.
 *
 * @param type {@code urn:minqing:problem:<code>}
 * @param errors one for each field that is wrong
 */
record Problem(
        String type, String title, int status, String detail, String code, List<FieldProblem> errors, String traceId) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** @param pointer JSON pointer into the body */
    record FieldProblem(String pointer, String code, String message) {}
}
