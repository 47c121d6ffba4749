package org.minqing.command.platform.refusal;

import java.io.IOException;
import java.util.List;
import org.minqing.edge.Outage;
import org.minqing.edge.Problem;
import org.minqing.log.ClockDoubtful;
import org.minqing.log.LogFull;
import org.minqing.log.LogOverloaded;
import org.minqing.log.LogUnavailable;
import org.minqing.log.RecordingTimeRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.ErrorResponse;

/** Turns whatever went wrong into a refusal that tells the caller what to do, and nobody what went on inside. */
public final class Faults {
    private static final Logger LOGGER = LoggerFactory.getLogger(Faults.class);

    /** Insufficient Storage. */
    private static final int FULL = 507;

    private Faults() {}

    public static Refusal of(Throwable fault) {
        return switch (fault) {
            case Refusal refusal -> refusal;
            case LogOverloaded overloaded -> status(503, "overloaded");
            case LogFull full -> status(FULL, "disk-full");
            case LogUnavailable away -> away(fault);
            case ClockDoubtful waits -> status(503, "clock-doubtful");
            case Throwable full when LogFull.causes(full) -> full(fault);
            case Throwable away when Outage.ofDatabase(away) -> away(fault);
            case AuthenticationServiceException away -> away(fault);
            case RecordingTimeRefused refused -> Refusal.conflict("recording-time-refused");
            case IOException full when noSpace(full) -> full(fault);
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

    private static Refusal full(Throwable fault) {
        LOGGER.error("no space: {}", fault.toString());
        return status(FULL, "disk-full");
    }

    /** Of a file of this process: the system has no type for it. */
    private static boolean noSpace(IOException failure) {
        return String.valueOf(failure.getMessage()).contains("No space left on device");
    }

    private static Refusal away(Throwable fault) {
        LOGGER.warn("the database or the identity service is away: {}", fault.toString());
        return status(503, "unavailable");
    }
}
