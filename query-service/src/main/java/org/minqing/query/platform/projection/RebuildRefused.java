package org.minqing.query.platform.projection;

/** Why read models are neither made anew nor put back. Nothing was changed. */
public final class RebuildRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        /** Another process is at it. */
        UNDER_WAY,
        /** No tables stand beside those in use. */
        NOTHING_BEFORE,
        /** The tables beside have the columns of another version. */
        OTHER_VERSION
    }

    private final Reason reason;

    RebuildRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
