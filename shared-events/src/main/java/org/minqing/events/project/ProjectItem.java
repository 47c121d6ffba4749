package org.minqing.events.project;

/** What is measured of a project. */
public enum ProjectItem {
    /** 水管 */
    PIPE,
    /** 硬化路面 */
    ROAD_SURFACE,
    /** 三七 */
    NOTOGINSENG,
    /** 烤烟（水改旱） */
    TOBACCO,
    /** Anything else, by a name of its own. */
    OTHER
}
