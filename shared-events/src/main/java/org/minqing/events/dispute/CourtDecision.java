package org.minqing.events.dispute;

/** What the court said to the application for confirmation of an agreement. */
public enum CourtDecision {
    /** 确认有效 */
    CONFIRMED,
    /** 驳回申请 */
    DISMISSED
}
