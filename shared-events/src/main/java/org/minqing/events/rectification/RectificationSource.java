package org.minqing.events.rectification;

/** How it came up that something is to be put right. */
public enum RectificationSource {
    /** 学习查摆 */
    STUDY,
    /** 安全隐患 */
    HAZARD,
    /** 督查 */
    INSPECTION,
    /** 数据质量 */
    DATA_QUALITY
}
