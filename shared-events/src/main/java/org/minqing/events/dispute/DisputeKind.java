package org.minqing.events.dispute;

/** What a dispute is about. */
public enum DisputeKind {
    /** 邻里 */
    NEIGHBOUR,
    /** 家庭 */
    FAMILY,
    /** 土地 */
    LAND,
    /** 水利 */
    WATER,
    OTHER
}
