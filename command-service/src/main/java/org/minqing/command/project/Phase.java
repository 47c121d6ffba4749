package org.minqing.command.project;

/** How far a project has come, in this order. */
enum Phase {
    /** Never proposed, or voided. */
    NONE,
    PROPOSED,
    APPROVED,
    AWARDED,
    STARTED,
    COMPLETED,
    ACCEPTED,
    CANCELLED
}
