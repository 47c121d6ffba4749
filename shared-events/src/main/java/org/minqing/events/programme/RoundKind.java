package org.minqing.events.programme;

/** How the visits of a round are made: all cadres together, or office by office. */
public enum RoundKind {
    /** 集中 */
    COLLECTIVE,
    /** 分散 */
    DISPERSED
}
