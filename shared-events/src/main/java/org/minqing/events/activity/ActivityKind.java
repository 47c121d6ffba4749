package org.minqing.events.activity;

/** What sort of activity it is. */
public enum ActivityKind {
    /** 民情恳谈会 */
    HEART_TO_HEART_TALK,
    /** 专题调研 */
    SURVEY_THEMATIC,
    /** 随机调研 */
    SURVEY_RANDOM,
    /** 学习 */
    STUDY,
    /** 会议 */
    MEETING,
    /** 动员会 */
    MOBILISATION,
    /** 座谈会 */
    SYMPOSIUM,
    /** 法制宣传 */
    LAW_PUBLICITY,
    /** 政策宣传 */
    POLICY_PUBLICITY,
    /** 信息宣传稿件 */
    PRESS_ITEM,
    /** 安全检查 */
    SAFETY_CHECK,
    /** 党支部活动 */
    PARTY_BRANCH,
    /** 培训 */
    TRAINING
}
