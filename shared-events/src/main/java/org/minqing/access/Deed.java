package org.minqing.access;

/** Kinds of things that a role may or may not do. */
public enum Deed {
    /** Sending a command, {@code Visit.RecordVisit}; whoever may send it may void and correct what it made. */
    COMMAND,
    /** Attaching a file to an entity of a type, {@code Household}; {@code nothing} where it belongs to nothing yet. */
    ATTACH,
    /** Asking a question, {@code /v1/households/{id}}: personal data are masked. */
    QUESTION,
    /** Reading the personal data of an entity of a type in full, {@code Household}. */
    REVEAL
}
