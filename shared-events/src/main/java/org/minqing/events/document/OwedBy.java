package org.minqing.events.document;

/** As what a document is owed; the same cadre may owe one of a kind as a linked cadre and another as a Party member. */
public enum OwedBy {
    /** 联系干部 */
    LINKED_CADRE,
    /** 在职党员 */
    SERVING_PARTY_MEMBER,
    /** 领导班子 */
    LEADERSHIP_TEAM,
    /** 班子成员 */
    LEADERSHIP_MEMBER
}
