package org.minqing.events.dispute;

/** How far the parties have done what they agreed. */
public enum Performance {
    FULL,
    PARTIAL,
    NONE
}
