package org.minqing.events.document;

/** What sort of document it is. */
public enum DocumentKind {
    /** 民情日记本 */
    DIARY_BOOK,
    /** 心得体会 */
    REFLECTION,
    /** 个人整改措施 */
    RECTIFICATION_PERSONAL,
    /** 领导班子整改措施 */
    RECTIFICATION_TEAM,
    /** 半年总结 */
    HALF_YEAR_SUMMARY,
    /** 年度总结 */
    ANNUAL_SUMMARY,
    /** 工作计划 */
    WORK_PLAN,
    /** 考核办法 */
    ASSESSMENT_METHOD,
    /** 发展党员计划 */
    MEMBER_DEVELOPMENT_PLAN,
    /** 党员教育培训计划 */
    MEMBER_TRAINING_PLAN,
    /** 党内关怀 */
    INNER_PARTY_CARE
}
