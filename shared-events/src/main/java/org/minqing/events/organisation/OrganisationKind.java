package org.minqing.events.organisation;

/** What sort of organisation it is. */
public enum OrganisationKind {
    /** 机关 */
    OFFICE,
    /** 党支部 */
    PARTY_BRANCH,
    /** 企业 */
    ENTERPRISE,
    /** 学校 */
    SCHOOL,
    /** 乡镇（街道） */
    TOWNSHIP,
    /** 村民委员会 */
    VILLAGE_COMMITTEE
}
