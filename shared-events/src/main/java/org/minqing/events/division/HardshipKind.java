package org.minqing.events.division;

/** What befell a place 灾害. */
public enum HardshipKind {
    /** 旱灾 */
    DROUGHT,
    /** 洪涝 */
    FLOOD,
    /** 低温霜冻 */
    FROST,
    /** 冰雹 */
    HAIL,
    /** 地震 */
    EARTHQUAKE,
    /** 滑坡泥石流 */
    LANDSLIDE,
    /** 疫病 */
    EPIDEMIC,
    /** 其他 */
    OTHER
}
