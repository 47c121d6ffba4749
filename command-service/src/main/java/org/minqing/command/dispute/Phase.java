package org.minqing.command.dispute;

/** How far a dispute has come. */
enum Phase {
    /** Never registered, or voided. */
    NONE,
    REGISTERED,
    ACCEPTED,
    /** At least one session was held. */
    IN_SESSION,
    AGREED,
    FAILED,
    RESOLVED
}
