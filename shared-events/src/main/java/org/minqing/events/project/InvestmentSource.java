package org.minqing.events.project;

/** Whose money a line of investment is. */
public enum InvestmentSource {
    /** 一事一议财政奖补 */
    VILLAGERS_RESOLUTION_AWARD,
    /** 重点村建设 */
    KEY_VILLAGE,
    /** 革命老区建设 */
    OLD_REVOLUTIONARY_AREA,
    /** 部门整合 */
    DEPARTMENTS,
    /** 自筹 */
    OWN_FUNDS,
    /** 其他 */
    OTHER
}
