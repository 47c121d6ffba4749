package org.minqing.access;

/** How far a right goes. */
public enum Reach {
    /** What is one's own, and lies in one's scope. */
    OWN,
    /** Whatever lies in one's scope: the subtree of a division and, where the token names one, an organisation. */
    SCOPE
}
