package org.minqing.events.activity;

/** How people studied. */
public enum StudyMode {
    /** 集中学习 */
    COLLECTIVE,
    /** 分散学习 */
    DISPERSED,
    /** 自学 */
    SELF
}
