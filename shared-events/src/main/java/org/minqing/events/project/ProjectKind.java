package org.minqing.events.project;

/** What a project is for. */
public enum ProjectKind {
    /** 饮水、水利 */
    WATER,
    /** 道路 */
    ROAD,
    /** 产业 */
    INDUSTRY,
    /** 学校 */
    SCHOOL,
    /** 其他 */
    OTHER
}
