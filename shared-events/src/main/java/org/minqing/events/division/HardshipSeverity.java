package org.minqing.events.division;

/** How hard it was. */
public enum HardshipSeverity {
    /** 轻 */
    LIGHT,
    /** 中 */
    MODERATE,
    /** 重 */
    SEVERE,
    /** 特重 */
    EXTREME
}
