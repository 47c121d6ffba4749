package org.minqing.events.project;

/** How far the money of a line has come, in this order. */
public enum InvestmentStage {
    /** 已批 */
    APPROVED,
    /** 已拨付 */
    PAID,
    /** 已决算 */
    SETTLED
}
