package org.minqing.events.posting;

/** How an instructor did. */
public enum AssessmentGrade {
    /** 优秀 */
    EXCELLENT,
    /** 称职 */
    COMPETENT,
    /** 基本称职 */
    BASIC,
    /** 不称职 */
    INCOMPETENT
}
