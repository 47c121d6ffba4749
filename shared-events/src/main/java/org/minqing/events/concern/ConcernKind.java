package org.minqing.events.concern;

/** What people raise. */
public enum ConcernKind {
    /** 意见 */
    OPINION,
    /** 建议 */
    SUGGESTION,
    /** 困难 */
    DIFFICULTY,
    /** 诉求 */
    REQUEST
}
