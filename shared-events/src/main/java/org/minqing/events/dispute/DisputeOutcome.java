package org.minqing.events.dispute;

/** How a dispute ended. */
public enum DisputeOutcome {
    /** The parties agreed. */
    RECONCILED,
    /** Mediation failed and the matter went to another body. */
    REFERRED,
    /** Mediation failed and the matter was dropped. */
    WITHDRAWN
}
