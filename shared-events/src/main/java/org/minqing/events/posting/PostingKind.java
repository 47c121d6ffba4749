package org.minqing.events.posting;

/** As what somebody is posted to a village. */
public enum PostingKind {
    /** 新农村建设指导员 */
    INSTRUCTOR,
    /** 常务书记 */
    STANDING_SECRETARY,
    /** 通讯员 */
    CORRESPONDENT
}
