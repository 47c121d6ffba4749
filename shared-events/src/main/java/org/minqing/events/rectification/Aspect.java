package org.minqing.events.rectification;

/** In what something is wanting. */
public enum Aspect {
    /** 思想 */
    THOUGHT,
    /** 工作 */
    WORK,
    /** 作风 */
    CONDUCT,
    /** 廉政 */
    INTEGRITY,
    /** 安全 */
    SAFETY
}
