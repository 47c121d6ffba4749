package org.minqing.command.platform.refusal;

import java.io.IOException;
import java.util.List;
import org.minqing.edge.Outage;
import org.minqing.edge.Problem;
import org.minqing.log.LogOverloaded;
import org.minqing.log.LogUnavailable;
import org.minqing.log.RecordingTimeRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.ErrorResponse;

/** Turns whatever went wrong into a refusal that tells the caller what to do, and nobody what went on inside. */
public final class Faults {
    private static final Logger LOGGER = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    public static Refusal of(Throwable fault) {
        return switch (fault) {
            case Refusal refusal -> refusal;
            case LogOverloaded overloaded -> status(503, "overloaded");
            case LogUnavailable away -> away(fault);
            case DataAccessException away when Outage.causes(away) -> away(fault);
            case AuthenticationServiceException away -> away(fault);
            case RecordingTimeRefused refused -> Refusal.conflict("recording-time-refused");
            case IOException gone -> status(400);
            case ErrorResponse response -> status(response.getStatusCode().value());
            default -> {
                LOGGER.error("a request failed", fault);
                yield status(500, "internal-error");
            }
        };
    }

    /** A refusal by HTTP status alone: {@code method-not-allowed}, {@code unsupported-media-type}, ... */
    public static Refusal status(int status) {
        return status(status, Problem.code(status));
    }

    public static Refusal status(int status, String code) {
        return new Refusal(status, code, List.of(), List.of());
    }

    private static Refusal away(Throwable fault) {
        LOGGER.warn("the database or the identity service is away: {}", fault.toString());
        return status(503, "unavailable");
    }
}
