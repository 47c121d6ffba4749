package org.minqing.events.fund;

/** Who gives. */
public enum DonorKind {
    /** A cadre of the programme. */
    CADRE,
    /** An organisation, registered here or not. */
    ORGANISATION,
    /** Anybody else. */
    PERSON
}
